/// What is kept, for how long, and that it goes.
extension ComplianceCheck {
    static let minimisation: [ComplianceCheck] = [m01, m02, m03, m04, m06, m08]

    private static let m01 = ComplianceCheck(
        "M01", "imported mail does not stay in the mailbox", "5(1)(c), 5(1)(e)", .higher,
        remedy: "set after_import to move:FOLDER or delete, then systemctl reload ticketd"
    ) { sights in
        .none(
            of: sights.settings.mailboxes.filter { $0.afterImport == .keep }.map {
                "mailbox \($0.name.value) keeps every mail a second time"
            }, else: "\(sights.settings.mailboxes.count) mailboxes move or delete")
    }

    private static let m02 = ComplianceCheck(
        "M02", "nothing is stored without a stated purpose", "5(1)(c), 25(2)", .higher,
        remedy: "none by configuration: something else wrote to the files; restore them"
    ) { sights in
        .none(
            of: sights.figures.unexplainedColumns.map { "\($0) is stored and nothing says why" },
            else: "\(sights.columns.count) columns, each with its purpose")
    }

    private static let m03 = ComplianceCheck(
        "M03", "every mailbox has a period, and no run waits a month", "5(1)(e)", .higher,
        remedy: "answer [mailbox.retention]; ticketd retention show, then ticketd retention approve MAILBOX"
    ) { sights in
        let unanswered = sights.settings.mailboxes.filter { $0.terms == nil }.map {
            "mailbox \($0.name.value) keeps everything for ever"
        }
        let waiting = sights.retention.values.filter { record in
            record.waiting.map { $0.approvedAt == nil && sights.days(since: $0.horizon) > 30 } ?? false
        }.map { "mailbox \($0.mailbox.value): a run waits for an approval" }
        return .none(of: (unanswered + waiting).sorted(), else: "\(sights.settings.mailboxes.count) with a period")
    }

    private static let m04 = ComplianceCheck(
        "M04", "what is old enough was looked for within a day", "5(1)(e)", .higher,
        remedy: "ticketd retention show; it says what keeps it"
    ) { sights in
        let due = sights.settings.mailboxes.filter { $0.terms != nil }
        guard !due.isEmpty else { return .notApplicable("no mailbox has a period (M03)") }
        let late = due.compactMap { mailbox -> String? in
            guard let record = sights.retention[mailbox.name] else { return "mailbox \(mailbox.name.value): never" }
            if record.waiting != nil { return nil }
            guard let ran = record.ranAt else { return "mailbox \(mailbox.name.value): never" }
            return sights.hours(since: ran) > 26 ? "mailbox \(mailbox.name.value): \(DayText.of(ran))" : nil
        }
        return .none(of: late, else: "\(due.count) mailboxes within 26 hours, or waiting for an approval")
    }

    private static let m06 = ComplianceCheck(
        "M06", "copies for people and unreadable mail go when their time is over", "5(1)(e)", .higher,
        remedy: "ticketd exports list; ticketd quarantine list"
    ) { sights in
        .none(
            of: [
                (sights.figures.staleExports, "copies for people are past their day"),
                (sights.figures.staleQuarantine, "unreadable mails are past theirs"),
            ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }, else: "none is past its day")
    }

    private static let m08 = ComplianceCheck(
        "M08", "every legal hold is looked at again in time", "5(1)(e), 17(3)", .higher,
        remedy: "ticketd holds list; ticketd holds lift ID"
    ) { sights in
        let due = sights.holds.filter { $0.isStanding && $0.reviewOn <= sights.today }
        return .zero(due.count, "holds whose day of review has come", .warn)
    }
}
