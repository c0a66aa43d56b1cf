import Desk

/// Turns what the alarm watch did into log lines and gauges.
struct AlarmObserver: Sendable {
    let log: Log
    let metrics: MetricsRegistry

    func saw(_ report: AlarmWatch.Report) {
        for kind in AlarmKind.allCases {
            metrics.set(.alarms, [PublicWord(kind)], to: Double(report.standing.count { $0.key.kind == kind }))
        }
        metrics.set(.alarmsUnmailed, to: Double(report.standing.count { $0.isUnmailed }))
        for told in report.told { say(told) }
        if let failure = report.keepFailure { log(.alarmsNotKept(reason: failure.word)) }
    }

    private func say(_ told: AlarmWatch.Told) {
        let key = told.notice.alarm.key
        let (kind, mailbox) = (PublicWord(key.kind), key.mailbox.flatMap { PlainName($0.value) })
        let telling: PublicWord =
            switch told.telling {
            case .mailed: "by-mail"
            case .commanded: "by-command"
            case .unheard: "nobody"
            }
        switch told.notice.occasion {
        case .over: log(.alarmOver(kind, mailbox: mailbox, telling: telling))
        case .raised, .repeated:
            log(.alarm(kind, mailbox: mailbox, occasion: PublicWord(told.notice.occasion), telling: telling))
        }
        if told.telling == .unheard { log(.alarmUndeliverable(kind)) }
    }
}
