/// What the data protection officer has to do by a day (Art. 39(1)), and what became of it.
package struct OfficerTask: Sendable, Equatable {
    /// Year and code, `2027-audit`: what a command calls it by.
    package var key: String
    package var article: String
    package var words: String
    package var due: CalendarDay
    package var doneOn: CalendarDay?
    package var note: String
    /// The due day somebody was mailed about; another one is told anew.
    package var reminded: CalendarDay?

    package var isOpen: Bool { doneOn == nil }

    /// Whether it is time to remind of it, and nobody did.
    package func isToBeReminded(on today: CalendarDay, law: OfficerLaw = LawProfile.current.officer) -> Bool {
        isOpen && reminded != due && due.adding(days: -law.remindDaysBefore) <= today
    }
}

/// One thing that happened to a task. Dated, kept and never changed, as every statement of a register.
package struct OfficerTaskNote: RegisterStatement {
    package static let register = Register.officerTasks

    package enum Event: String, Codable, Sendable, CaseIterable {
        case added, done, moved, reminded
    }

    package var key: String
    package var event: Event
    /// The day it is due from now on, the day it was done on, or the due day that was told of.
    package var day: String
    /// What is to be done, what was done, or why it is due later.
    package var words: String
    package var article: String

    package init(key: String, event: Event, day: CalendarDay, words: String = "", article: String = "") {
        self.key = key
        self.event = event
        self.day = day.text
        self.words = words
        self.article = article
    }

    package func validate() throws(DeskRefusal) {
        guard event == .reminded || words.contains(where: \.isLetter), words.utf8.count <= Limits.registerTextBytes
        else { throw .invalid(field: "words", expected: "words of at most \(Limits.registerTextBytes) bytes") }
        guard article.isOneLine, article.utf8.count <= Limits.registerLineBytes else {
            throw .invalid(field: "article", expected: "one line of at most \(Limits.registerLineBytes) bytes")
        }
    }
}
