/// The events of an invitation, property by property.
extension CalendarCard {
    /// One event as its properties come in; the first of a name counts.
    struct Event {
        private var values: [String: String] = [:]
        private var start: CalendarTime?
        private var end: CalendarTime?
        private var organiser: String?
        private var attendees: [CalendarText.Line] = []

        mutating func take(_ line: CalendarText.Line) {
            switch line.name {
            case "DTSTART": start = start ?? CalendarTime(line.value, zone: line.parameters["TZID"])
            case "DTEND", "DUE": end = end ?? CalendarTime(line.value, zone: line.parameters["TZID"])
            case "ORGANIZER": organiser = organiser ?? Self.person(line)
            case "ATTENDEE": attendees.append(line)
            default: if values[line.name] == nil { values[line.name] = line.value }
            }
        }

        var identity: String {
            [values["UID"] ?? "", values["SUMMARY"] ?? "", start.map { $0.dateText + ($0.timeText ?? "") } ?? ""]
                .joined(separator: " ")
        }

        func card(method: String) -> String {
            var lines = ["[\(Self.title(method, isCancelled: values["STATUS"]?.uppercased() == "CANCELLED"))]"]
            if method == "REPLY", let answer = attendees.first {
                lines.append("Answer: \(Self.person(answer)): \(Self.answer(answer.parameters["PARTSTAT"]))")
            }
            lines.append("What: " + (values["SUMMARY"].flatMap { $0.isEmpty ? nil : $0 } ?? "(no title)"))
            if let when { lines.append("When: " + when) }
            if let rule = values["RRULE"] { lines.append("Repeats: " + Self.repetition(rule)) }
            if let place = values["LOCATION"], !place.isEmpty { lines.append("Where: " + place) }
            if let organiser { lines.append("Organiser: " + organiser) }
            if method != "REPLY", !attendees.isEmpty { lines.append("Invited: \(attendees.count)") }
            if let note = values["DESCRIPTION"], !note.isEmpty { lines.append("Description: " + note) }
            return lines.joined(separator: "\n")
        }

        private var when: String? {
            guard let start else { return end.map { "until " + $0.dateText + ($0.timeText.map { " " + $0 } ?? "") } }
            let last = end ?? values["DURATION"].flatMap(CalendarTime.duration).map { start.advanced(by: $0) }
            guard let time = start.timeText else {
                // RFC 5545 §3.6.1: the end of whole days is the day after the last.
                let lastDay = last.map { $0.advanced(by: -86_400) }
                guard let lastDay, !lastDay.isSameDay(as: start), last != start else {
                    return start.dateText + ", all day"
                }
                return start.dateText + " to " + lastDay.dateText + ", all day"
            }
            var text = start.dateText + " " + time
            if let last, let until = last.timeText, last != start {
                text += last.isSameDay(as: start) ? "–" + until : " to " + last.dateText + " " + until
            }
            text += " (" + (start.zone ?? "no time zone given") + ")"
            if let zone = last?.zone, zone != start.zone { text += ", its end in " + zone }
            return text
        }

        private static func title(_ method: String, isCancelled: Bool) -> String {
            if isCancelled || method == "CANCEL" { return "calendar: cancelled" }
            return switch method {
            case "REQUEST": "calendar: invitation"
            case "REPLY": "calendar: answer to an invitation"
            case "COUNTER": "calendar: another time proposed"
            default: "calendar: event"
            }
        }

        private static func answer(_ status: String?) -> String {
            switch status?.uppercased() {
            case "ACCEPTED": "accepted"
            case "DECLINED": "declined"
            case "TENTATIVE": "tentatively accepted"
            case "DELEGATED": "delegated"
            default: "not decided"
            }
        }

        /// `FREQ=WEEKLY;BYDAY=MO;COUNT=4` in words, as far as there are simple ones.
        private static func repetition(_ rule: String) -> String {
            var fields: [String: String] = [:]
            for pair in rule.uppercased().split(separator: ";") {
                let halves = pair.split(separator: "=", maxSplits: 1)
                if halves.count == 2 { fields[String(halves[0])] = String(halves[1]) }
            }
            var text = (fields["FREQ"] ?? "as stated in the calendar").lowercased()
            if let interval = fields["INTERVAL"], interval != "1" { text += ", every \(interval)" }
            if let days = fields["BYDAY"] { text += ", on " + days.replacing(",", with: ", ") }
            if let count = fields["COUNT"] { text += ", \(count) times" }
            if let until = fields["UNTIL"].flatMap({ CalendarTime($0, zone: nil) }) {
                text += ", until " + until.dateText
            }
            return text
        }

        /// `Ann Example <ann@example.org>` from a common name and a `mailto:` address.
        private static func person(_ line: CalendarText.Line) -> String {
            var address = line.value
            if address.lowercased().hasPrefix("mailto:") { address = String(address.dropFirst(7)) }
            guard let name = line.parameters["CN"], !name.isEmpty, name != address else { return address }
            return "\(name) <\(address)>"
        }
    }
}
