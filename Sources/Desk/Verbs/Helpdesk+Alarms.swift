import Mail

/// Looking for what needs a human.
extension Helpdesk {
    /// Looks at everything an alarm can be about, enters it into the book and answers what stands.
    @discardableResult
    package func lookForAlarms() async -> [Alarm] {
        let (plan, now) = (settings.value.alerts, world.now())
        let jump = alarms.lookAtClock(wall: now, monotonic: world.monotonic())
        var mailboxes: [MailboxName: MailboxBoard.Entry] = [:]
        for profile in settings.value.mailboxes { mailboxes[profile.name] = board.entry(of: profile.name) }
        var sights = AlarmSights(
            now: now, startedAt: startedAt, mailboxes: mailboxes, store: await storeSight(),
            figures: await alarmFigures(), ledgerCopiesBehind: await store.ledgerStatus().copiesBehind,
            room: alarms.room(), clockJump: jump)
        sights.signIns = signIns.statuses
        return alarms.see(AlarmReading(sights, plan: plan), now: now)
    }

    /// Whether the daemon can do its work now. The words say what keeps it from it, what else needs a human, since
    /// when, and what to do next: the book of alarms and nothing else.
    package func readiness() async -> Readiness {
        let standing = await lookForAlarms()
        let words = { (alarm: Alarm) in
            "\(alarm.line); \(alarm.remedy)\(alarm.isUnmailed ? " (nobody could be mailed)" : "")"
        }
        return Readiness(
            problems: standing.filter(\.keepsFromReady).map(words),
            remarks: standing.filter { !$0.keepsFromReady }.map(words))
    }

    /// Who of these has muted notices. A store that does not answer mutes nobody.
    func mutes(of recipients: [EmailAddress]) async -> Mutes {
        var owners: [[UInt8]: EmailAddress] = [:]
        for recipient in recipients {
            for (_, hash) in StaffIdentity.hashes(of: recipient, keys: keys) { owners[hash] = recipient }
        }
        do throws(StoreFailure) {
            let muted = try await store.noticeMutes(Array(owners.keys))
            let pairs = muted.compactMap { hash, since in owners[hash].map { ($0, since) } }
            return Mutes(since: Dictionary(pairs) { max($0, $1) })
        } catch {
            return Mutes()
        }
    }

    private func storeSight() async -> AlarmSights.StoreSight {
        do throws(StoreFailure) {
            return .answers(try await store.verifyHealth())
        } catch {
            return .fails(error)
        }
    }

    /// nil when the store does not answer; the sight of the store says why.
    private func alarmFigures() async -> AlarmFigures? {
        do throws(StoreFailure) {
            return try await store.alarmFigures(now: world.now())
        } catch {
            return nil
        }
    }
}
