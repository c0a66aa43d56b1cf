/// Who the data protection officer is and how it came about. Name and address stand in the configuration, from where
/// they reach the notice, letters and forms; here stands what Art. 37 wants besides.
package struct OfficerAppointment: RegisterStatement {
    package static let register = Register.officer

    package enum Position: String, Codable, Sendable, CaseIterable {
        /// Of the staff, or by a service contract (Art. 37(6)).
        case `internal`, external
    }

    package var position: Position
    /// ISO 8601.
    package var from: String
    package var until: String?
    /// Expert knowledge of law and practice (Art. 37(5)).
    package var qualification: String
    package var deputy: String
    /// When the contact data were told the authority and made public (Art. 37(7)); nil while they were not.
    package var toldAuthority: String?
    package var published: String?

    package init(
        position: Position, from: String, until: String? = nil, qualification: String, deputy: String = "",
        toldAuthority: String? = nil, published: String? = nil
    ) {
        self.position = position
        self.from = from
        self.until = until
        self.qualification = qualification
        self.deputy = deputy
        self.toldAuthority = toldAuthority
        self.published = published
    }

    package func validate() throws(DeskRefusal) {
        let days = [("from", from), ("until", until), ("toldAuthority", toldAuthority), ("published", published)]
        for (field, day) in days {
            if let day, CalendarDay(text: day) == nil {
                throw .invalid(field: field, expected: "a day such as 2026-03-05")
            }
        }
        for (field, text) in [("qualification", qualification), ("deputy", deputy)] {
            guard text.isOneLine, text.utf8.count <= Limits.registerLineBytes else {
                throw .invalid(field: field, expected: "one line of at most \(Limits.registerLineBytes) bytes")
            }
        }
        if let until, let first = CalendarDay(text: from), let last = CalendarDay(text: until), last < first {
            throw .invalid(field: "until", expected: "a day after “from”")
        }
    }
}
