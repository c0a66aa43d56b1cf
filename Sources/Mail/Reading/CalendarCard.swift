/// An invitation as a few lines that a person can act on: what, when and in which zone, where, and who asks.
///
/// It says what the sender wrote; nothing is converted to another zone, because the reader's is not known.
struct CalendarCard {
    /// Nothing for a text that holds no event.
    let text: String
    /// What makes two copies of one invitation the same: mail programs send it as a part and as a file.
    let identity: String

    init(_ calendar: String) {
        var events: [Event] = []
        var method = ""
        var open: [String] = []
        for line in CalendarText(calendar).lines {
            switch line.name {
            case "BEGIN":
                open.append(line.value.uppercased())
                if Self.isEvent(open) { events.append(Event()) }
            case "END": _ = open.popLast()
            case "METHOD" where open.count <= 1: method = line.value.uppercased()
            default: if Self.isEvent(open), !events.isEmpty { events[events.count - 1].take(line) }
            }
            if open.count > Limits.calendarDepth || events.count > Limits.calendarEvents { break }
        }
        let shown = events.prefix(Limits.calendarEvents)
        identity = shown.map { $0.identity }.joined(separator: "\n")
        var cards = shown.map { $0.card(method: method) }
        if events.count > shown.count { cards.append("[more events in the attached calendar]") }
        text = SafeText.visible(cards.joined(separator: "\n\n"))
    }

    /// Alarms and zones stand inside or beside events and are not for reading.
    private static func isEvent(_ open: [String]) -> Bool {
        guard open.count <= 2, let last = open.last else { return false }
        return last == "VEVENT" || last == "VTODO"
    }
}
