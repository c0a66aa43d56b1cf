import Web

/// How an alarm looks on a terminal: what, since when, what to do next.
enum AlarmText {
    static func lines(_ alarm: APIAlarm) -> [String] {
        let unmailed = alarm.unmailed ? "  (nobody could be mailed)" : ""
        return [
            "ALARM \(alarm.kind): \(alarm.what), since \(TicketText.day(alarm.since))\(unmailed)",
            "      → \(alarm.remedy)",
        ]
    }
}
