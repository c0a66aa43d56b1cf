/// Breaches of personal data: told in time, written down, and practised.
extension ComplianceCheck {
    static let breaches: [ComplianceCheck] = [b01, b02, b03, b04]

    private static let b01 = ComplianceCheck(
        "B01", "no breach is past its 72 hours untold", "33(1)", .lower,
        remedy: "ticketd breaches notify N --authority --via portal --late-reasons WHY"
    ) { sights in
        let late = sights.breaches.filter { !$0.isDrill && $0.isClockRunning && $0.clock.isLate(sights.now) }
        return .none(of: late.map { "breach \($0.number.value)" }, else: "\(running(sights)) clocks run, none is over")
    }

    private static let b02 = ComplianceCheck(
        "B02", "every closed breach is written down whole", "33(5)", .lower,
        remedy: "ticketd breaches show N names what is missing"
    ) { sights in
        let open = sights.breaches.filter { !$0.isDrill && $0.state == .closed }.compactMap { breach -> String? in
            let report = BreachReport(breach, settings: sights.settings, now: sights.now, law: sights.law)
            let missing = report.missing.map(\.label)
            return missing.isEmpty ? nil : "breach \(breach.number.value): \(missing.joined(separator: ", "))"
        }
        let count = sights.breaches.count { !$0.isDrill }
        return .none(of: open, else: "\(count) breaches in the register")
    }

    private static let b03 = ComplianceCheck(
        "B03", "the authority is known, and telling it was practised within a year", "33", .lower,
        remedy: "fill [authority]; ticketd breaches open --drill"
    ) { sights in
        guard let authority = sights.settings.authority, !authority.email.isEmpty || !authority.url.isEmpty else {
            return .warn("[authority] has neither mail nor url")
        }
        let drill = sights.breaches.filter(\.isDrill).map(\.openedAt).max()
        guard let drill, sights.days(since: drill) <= 365 else { return .warn("no exercise within a year") }
        return .pass("the last exercise was on \(DayText.of(drill))")
    }

    private static let b04 = ComplianceCheck(
        "B04", "where the risk is high, the people were told, or why not is written down", "34", .lower,
        remedy: "ticketd breaches tell N --letters"
    ) { sights in
        let open = sights.breaches.filter { breach in
            !breach.isDrill && breach.risk?.needsPeople == true && breach.communications.isEmpty
        }
        return .none(of: open.map { "breach \($0.number.value)" }, else: "none is open")
    }

    private static func running(_ sights: ComplianceSights) -> Int {
        sights.breaches.count { !$0.isDrill && $0.isClockRunning }
    }
}
