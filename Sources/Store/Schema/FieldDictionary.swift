/// What every column of desk.db and keys.db is for (demand 1: collect only what is necessary, and know why).
///
/// A test walks the real schema and fails on a column that is missing here, so nothing can be stored without a reason.
package struct FieldEntry: Sendable, Equatable {
    /// How much a column can tell about a person to somebody who holds the file but no key.
    package enum Kind: String, Sendable, CaseIterable {
        /// Personal and sealed: nothing can be read without the key of the owner.
        case sealed
        /// A keyed hash or a random number that stands for a person, a mail or a token.
        case pseudonymous
        /// Words, numbers and times of ours.
        case clear
        /// Wrapped or checked key material.
        case key
    }

    package let table: String
    package let column: String
    package let kind: Kind
    package let purpose: String

    init(_ table: String, _ column: String, _ kind: Kind, _ purpose: String) {
        self.table = table
        self.column = column
        self.kind = kind
        self.purpose = purpose
    }
}

package enum FieldDictionary {
    package static let entries = [
        desk,
        intake,
        tickets,
        outbox,
        people,
        disclosures,
        rights,
        accountability,
        comforts,
        agents,
        alarms,
        erasure,
        optIns,
        portal,
        restriction,
        holds,
        retention,
        consents,
        exports,
        breaches,
        rectification,
        notices,
        compliance,
        handing,
        keys,
    ].flatMap { $0 }

    package static func entry(table: String, column: String) -> FieldEntry? {
        entries.first { $0.table == table && $0.column == column }
    }
}
