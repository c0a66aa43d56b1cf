import Desk
package import Foundation

/// The notification of Art. 33(3).
package struct APIBreachReport: Codable, Sendable, Equatable {
    package struct Row: Codable, Sendable, Equatable {
        package var field: String
        package var article: String
        package var label: String
        /// Null: not known yet.
        @OrNull package var value: String?
    }

    package var title: String
    package var breach: Int64
    package var drill: Bool
    package var madeAt: Date
    package var law: String
    package var rows: [Row]
    /// Fields that Art. 33(3) asks for and nobody has told yet.
    package var missing: [String]

    init(_ report: BreachReport) {
        title = report.title
        breach = report.breach.number.value
        drill = report.breach.isDrill
        madeAt = report.madeAt
        law = report.law
        rows = report.rows.map { row in
            Row(field: row.field.rawValue, article: row.article, label: row.label, value: row.value)
        }
        missing = report.missing.map(\.field.rawValue)
    }
}

/// A letter as it would be sent, or the text for everybody.
package struct APIBreachLetter: Codable, Sendable, Equatable {
    package var language: String
    package var text: String
}
