import Foundation

/// What one look found: the causes that are there, and what could not be told.
///
/// Pure. A mailbox that is just connecting is neither well nor ill, and a store that does not answer says nothing
/// about its outbox: such alarms stay as they are.
package struct AlarmReading: Sendable, Equatable {
    /// What is wrong, with its count.
    package private(set) var causes: [AlarmKey: Int] = [:]
    private var undecided: Set<AlarmKey> = []
    private var undecidedKinds: Set<AlarmKind> = []

    package init() {}

    package init(_ sights: AlarmSights, plan: AlertPlan) {
        for (mailbox, entry) in sights.mailboxes { read(entry, of: mailbox, sights, plan) }
        for (mailbox, status) in sights.signIns { read(status, of: mailbox, now: sights.now) }
        read(sights.store, mailboxes: sights.mailboxes)
        if let figures = sights.figures {
            read(figures, sights, plan)
        } else {
            undecidedKinds.formUnion(
                [
                    .requestsDue, .requestsOverdue,
                    .queueOld, .quarantine, .automaticMailLimit, .automaticMailLadder, .deskBackupOld, .keysBackupOld,
                    .tokenEnding, .webhookDisabled, .erasureHeld, .holdReview, .retentionWaits, .retentionPaused,
                    .breachOverdue, .breachCandidate, .checkFailing,
                ] + AlarmKind.breachReminders)
        }
        find(.ledgerGap, ifAny: sights.ledgerCopiesBehind)
        if let room = sights.room {
            // A full disk has less than one: it is still something to say.
            if room.isLow { causes[AlarmKey(.diskLow)] = room.freeMebibytes }
        } else {
            undecidedKinds.insert(.diskLow)
        }
        if let seconds = sights.clockJump { causes[AlarmKey(.clockJump)] = seconds }
    }

    /// Whether the look could not tell.
    package func isUndecided(_ key: AlarmKey) -> Bool {
        undecidedKinds.contains(key.kind) || undecided.contains(key)
    }

    package mutating func find(_ key: AlarmKey, count: Int = 0) {
        causes[key] = count
    }

    package mutating func leaveOpen(_ key: AlarmKey) {
        undecided.insert(key)
    }

    private mutating func read(
        _ entry: MailboxBoard.Entry, of mailbox: MailboxName, _ sights: AlarmSights, _ plan: AlertPlan
    ) {
        let login = AlarmKey(.loginRefused, of: mailbox)
        let stopped = AlarmKey(.mailboxStopped, of: mailbox)
        let silence = AlarmKey(.noFetch, of: mailbox)
        switch entry.state {
        case .starting, .connecting: undecided.formUnion([login, stopped])
        case .backingOff(.loginRefused, _), .stopped(.loginRefused): causes[login] = 0
        // The sign-in has an alarm of its own.
        case .stopped(.signInNeeded): break
        case .stopped: causes[stopped] = 0
        case .importing, .waiting, .backingOff, .blocked: break
        }
        switch entry.isSendingRefused {
        case true: causes[AlarmKey(.smtpLoginRefused, of: mailbox)] = 0
        case nil: undecided.insert(AlarmKey(.smtpLoginRefused, of: mailbox))
        case false: break
        }
        let minutes = sights.now.timeIntervalSince(entry.lastSuccessAt ?? sights.startedAt) / 60
        let isSilent = minutes * 60 > plan.noFetch.seconds
        // A nearer alarm says why; a clock that jumped cannot measure; a daemon that has just begun knows nothing yet.
        if entry.state.explainsSilence || sights.clockJump != nil || (entry.lastSuccessAt == nil && !isSilent) {
            undecided.insert(silence)
        } else if isSilent {
            causes[silence] = whole(minutes)
        }
    }

    private mutating func read(_ status: SignInStatus, of mailbox: MailboxName, now: Date) {
        let ending = AlarmKey(.mailTokenEnding, of: mailbox)
        let refused = AlarmKey(.mailTokenRefused, of: mailbox)
        switch status.state {
        case .starting: undecided.formUnion([ending, refused])
        case .signedOut, .refused: causes[refused] = 0
        case .signedIn:
            guard status.isEnding(at: now) else { break }
            causes[ending] = max(0, whole((status.endsAt ?? now).timeIntervalSince(now) / 60))
        }
    }

    private mutating func read(_ store: AlarmSights.StoreSight, mailboxes: [MailboxName: MailboxBoard.Entry]) {
        let isBlocked = mailboxes.values.contains { entry in
            if case .blocked = entry.state { true } else { false }
        }
        if isBlocked { causes[AlarmKey(.storeNotWritable)] = 0 }
        switch store {
        case .answers(let health):
            if !health.isWritable { causes[AlarmKey(.storeNotWritable)] = 0 }
            if health.synchronous != Limits.fullSynchronous { causes[AlarmKey(.storeUnreadable)] = 0 }
        case .fails(let failure):
            undecidedKinds.insert(.storeNotWritable)
            if failure.isTransient {
                // A database that another program holds for a moment says nothing about itself.
                undecidedKinds.insert(.storeUnreadable)
            } else {
                causes[AlarmKey(.storeUnreadable)] = 0
            }
        }
    }

    private mutating func read(_ figures: AlarmFigures, _ sights: AlarmSights, _ plan: AlertPlan) {
        for (mailbox, oldest) in figures.oldestWaiting {
            let age = sights.now.timeIntervalSince(oldest)
            if age > plan.queueAge.seconds { causes[AlarmKey(.queueOld, of: mailbox)] = whole(age / 60) }
        }
        for (mailbox, mails) in figures.quarantined where mails > 0 {
            causes[AlarmKey(.quarantine, of: mailbox)] = mails
        }
        for (mailbox, tickets) in figures.retentionWaiting where sights.mailboxes[mailbox] != nil {
            causes[AlarmKey(.retentionWaits, of: mailbox)] = tickets
        }
        if figures.isRetentionPaused { causes[AlarmKey(.retentionPaused)] = 0 }
        let courtesies = figures.courtesies
        if courtesies.toEverybodyLastHour >= Limits.courtesiesPerHour
            || courtesies.toUnverifiedLastHour >= Limits.unverifiedAcknowledgementsPerHour
        {
            causes[AlarmKey(.automaticMailLimit)] = courtesies.toEverybodyLastHour
        }
        find(.automaticMailLadder, ifAny: figures.laddersClimbed)
        find(.breachCandidate, ifAny: figures.breachCandidates)
        find(.checkFailing, ifAny: figures.failingChecks)
        find(.tokenEnding, ifAny: figures.endingTokens)
        find(.webhookDisabled, ifAny: figures.disabledWebhooks)
        find(.erasureHeld, ifAny: figures.heldErasures)
        find(.holdReview, ifAny: figures.dueHolds)
        read(figures.deadlines, now: sights.now)
        read(figures.breachClocks.map { BreachClock(awareAt: $0) }, now: sights.now)
        for (set, every) in plan.backupEvery {
            let key = AlarmKey(set == .desk ? .deskBackupOld : .keysBackupOld)
            let age = sights.now.timeIntervalSince(figures.lastBackups[set] ?? sights.startedAt)
            if age > 2 * every.seconds {
                causes[key] = whole(age / 3600)
            } else if figures.lastBackups[set] == nil {
                undecided.insert(key)
            }
        }
    }

    /// The day is the controller's: a period ends there.
    private mutating func read(_ deadlines: [RightsDeadline], now: Date) {
        let stages = deadlines.map { deadline in
            deadline.urgency(on: CalendarDay(now, in: ControllerPlace.zone(ofCountry: deadline.clock.country)))
        }
        find(.requestsOverdue, ifAny: stages.count { $0 == .overdue })
        find(.requestsDue, ifAny: stages.count { $0 > .calm && $0 < .overdue })
    }

    /// A reminder stands from its hour on, until somebody was told or the clock is over.
    private mutating func read(_ clocks: [BreachClock], now: Date) {
        find(.breachOverdue, ifAny: clocks.count { $0.isLate(now) })
        guard let nearest = clocks.filter({ !$0.isLate(now) }).map(\.dueAt).min() else { return }
        let left = nearest.timeIntervalSince(now) / 3600
        let steps = zip(AlarmKind.breachReminders, LawProfile.current.breach.remindersHoursBefore)
        for (kind, before) in steps where left <= Double(before) { causes[AlarmKey(kind)] = whole(left) }
    }

    private mutating func find(_ kind: AlarmKind, ifAny count: Int) {
        if count > 0 { causes[AlarmKey(kind)] = count }
    }

    private func whole(_ value: Double) -> Int { Int(exactly: value.rounded(.down)) ?? 0 }
}

extension MailboxState {
    /// A mailbox that is left alone, or a store that takes nothing, has an alarm of its own.
    fileprivate var explainsSilence: Bool {
        switch self {
        case .backingOff(.loginRefused, _), .stopped, .blocked: true
        case .starting, .connecting, .importing, .waiting, .backingOff: false
        }
    }
}
