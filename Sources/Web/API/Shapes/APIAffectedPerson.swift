package import Desk
package import Foundation
import Mail

/// How many a breach concerns.
package struct APIAffectedCounts: Codable, Sendable, Equatable {
    package var people: Int
    package var records: Int
    /// Of these, erased since.
    package var erasedPeople: Int
    package var erasedRecords: Int
    /// Of these, elsewhere than in this desk.
    package var otherPeople: Int
    package var otherRecords: Int

    init(_ breach: Breach) {
        people = breach.affected.people
        records = breach.affected.records
        erasedPeople = breach.erased.people
        erasedRecords = breach.erased.records
        otherPeople = breach.account.otherPeople
        otherRecords = breach.account.otherRecords
    }
}

/// What a question finds.
package struct APIAffectedFound: Codable, Sendable, Equatable {
    package var people: Int
    package var records: Int

    init(_ counts: AffectedCounts) {
        people = counts.people
        records = counts.records
    }
}

package struct APIAffectedQuery: Codable, Sendable, Equatable {
    package var source: String
    package var particulars: String
    package var people: Int
    package var records: Int
    package var at: Date
    package var by: String

    init(_ query: AffectedQuery) {
        source = query.source
        particulars = query.particulars
        people = query.found.people
        records = query.found.records
        at = query.at
        by = query.by
    }
}

/// What became of the letters of Art. 34.
package struct APIBreachLetters: Codable, Sendable, Equatable {
    package var waiting: Int
    package var sent: Int
    package var failed: Int
    package var withoutAddress: Int
    package var unwritten: Int

    init(_ letters: BreachLetterCounts) {
        waiting = letters.waiting
        sent = letters.sent
        failed = letters.failed
        withoutAddress = letters.withoutAddress
        unwritten = letters.unwritten
    }
}

/// One affected person, for those who write to them.
package struct APIAffectedPerson: Codable, Sendable, Equatable {
    package var id: String
    /// Null once it cannot be opened.
    @OrNull package var address: String?
    package var records: Int
    package var tickets: [Int64]
    /// `none`, `no-address`, or the state of the mail.
    package var letter: String

    package init(_ person: AffectedPerson) {
        id = person.person.hex
        address = person.address?.text
        records = person.records
        tickets = person.tickets.map(\.value)
        letter = person.letter.word
    }
}

package struct APIAffectedPeople: Codable, Sendable, Equatable {
    package var people: [APIAffectedPerson]
    /// Pass as `after`; null at the end.
    @OrNull package var next: String?
}
