/// One mail for everything that is due at once: what stands, since when, what to do next; and what is over.
///
/// In English as logs and commands are: operators compare the words.
extension StaffWords {
    package init(_ notices: [AlarmNotice], settings: DeskSettings) {
        let paragraphs = notices.map { notice in
            let alarm = notice.alarm
            return switch notice.occasion {
            case .raised: "ALARM \(alarm.line).\nDo this: \(alarm.remedy)."
            case .repeated: "STILL \(alarm.line).\nDo this: \(alarm.remedy)."
            case .over: "OVER \(alarm.line)."
            }
        }
        let end = "`ticketd status` shows everything that stands now."
        self.init(
            subject: "\(settings.serviceName): \(Self.summary(of: notices))",
            text: (paragraphs + [end]).joined(separator: "\n\n"), sender: settings.alerts.sender, language: .english)
    }

    private static func summary(of notices: [AlarmNotice]) -> String {
        guard notices.count > 1, let first = notices.first else {
            return notices.first.map { headline(of: $0) } ?? "nothing to report"
        }
        return "\(headline(of: first)) and \(notices.count - 1) more"
    }

    private static func headline(of notice: AlarmNotice) -> String {
        let key = notice.alarm.key
        let place = key.mailbox.map { " (\($0.value))" } ?? ""
        return switch notice.occasion {
        case .raised: "alarm: \(key.kind.rawValue)\(place)"
        case .repeated: "alarm still stands: \(key.kind.rawValue)\(place)"
        case .over: "over: \(key.kind.rawValue)\(place)"
        }
    }
}
