/// That people get what they ask for, in time, and that what was promised to them is kept.
extension ComplianceCheck {
    static let rights: [ComplianceCheck] = [r01, r05, r06, r07, r09, r11]

    private static let r01 = ComplianceCheck(
        "R01", "no request is past its day", "12(3)", .higher,
        remedy: "ticketd requests list; answer the first with fulfil or refuse"
    ) { sights in
        let stages = sights.deadlines.map { $0.urgency(on: sights.today) }
        let (late, soon) = (stages.count { $0 == .overdue }, stages.count { $0 > .calm && $0 < .overdue })
        if late > 0 { return .fail("\(late) overdue, \(soon) due within two weeks") }
        return soon > 0 ? .warn("\(soon) due within two weeks") : .pass("\(stages.count) open, none due")
    }

    private static let r05 = ComplianceCheck(
        "R05", "a made-up person was taken in, copied and erased, with a certificate, within a week", "15, 17, 20",
        .higher,
        remedy: "ticketd compliance --round-trip; the step it names says where to look"
    ) { sights in
        guard let trip = sights.figures.roundTrip else { return .warn("never yet") }
        if let step = trip.failedAt { return .fail("it failed at: \(step.words)") }
        let days = sights.days(since: trip.at)
        return days > 8 ? .fail("the last was \(days) days ago") : .pass("all steps, on \(DayText.of(trip.at))")
    }

    private static let r06 = ComplianceCheck(
        "R06", "every erasure came to its end, and nothing was left", "17", .higher,
        remedy: "ticketd erasures list; its state says what it waits for"
    ) { sights in
        let open = sights.erasures.compactMap { erasure -> String? in
            let id = String(erasure.id.hex.prefix(8))
            if erasure.residue ?? 0 > 0 { return "\(id): marks of the person are left in the files" }
            guard !erasure.state.isTerminal, erasure.state != .onHold else { return nil }
            let limit = erasure.state.isBefore ? 30 : 7
            let days = sights.days(since: erasure.askedAt)
            return days > limit ? "\(id): \(erasure.state.rawValue) for \(days) days" : nil
        }
        return .none(of: open, else: "\(sights.erasures.count) erasures were looked at")
    }

    private static let r07 = ComplianceCheck(
        "R07", "whoever was sent data heard of their correction or erasure", "19", .higher,
        remedy: "ticketd erasures list counts them; tell them by another way"
    ) { sights in
        .zero(sights.figures.untoldRecipients, "recipients could not be told", .warn)
    }

    private static let r09 = ComplianceCheck(
        "R09", "nothing went to anybody after their unsubscribe", "7(3), 21(3)", .higher,
        remedy: "ticketd outbox list; report a fault of ticketd"
    ) { sights in
        .zero(sights.figures.sentAfterWish, "mails an unsubscribe covers that began after it")
    }

    private static let r11 = ComplianceCheck(
        "R11", "every mail carries its way out, seen and unseen", "7(3), 21", .higher,
        remedy: "set service.public_url, then ticketd check"
    ) { sights in
        let open = sights.specimens.flatMap { mail -> [String] in
            let name = mail.mailbox.value
            guard mail.isComposed else { return ["mail of \(name) cannot be composed"] }
            return [
                mail.hasListUnsubscribe ? nil : "mail of \(name) has no List-Unsubscribe",
                mail.hasOneClick ? nil : "mail of \(name) has no List-Unsubscribe-Post",
                mail.showsUnsubscribe ? nil : "mail of \(name) shows no link",
            ].compactMap { $0 }
        }
        return .none(
            of: open, else: "\(sights.specimens.count) mails were composed and read back; none leaves without")
    }
}
