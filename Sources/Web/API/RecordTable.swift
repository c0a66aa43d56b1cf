import Desk

/// The record of processing as a table: a line for each activity, in the order of Art. 30(1).
struct RecordTable {
    private let lines: [[String]]

    init(_ record: ProcessingRecord) {
        let parties = [record.controller.name, record.controller.address, record.controller.email]
        let controller = parties.filter { !$0.isEmpty }.joined(separator: "; ")
        let officer = record.officer.map {
            [$0.name, $0.email, $0.phone].filter { !$0.isEmpty }.joined(separator: "; ")
        }
        let abroad = record.recipients.filter(\.isOutsideUnion)
            .map { "\($0.name) (\($0.country), \($0.transfer.rawValue))" }.joined(separator: "; ")
        let names = record.recipients.map(\.name).joined(separator: "; ")
        lines =
            [
                [
                    "activity", "controller (a)", "dpo (a)", "purpose (b)", "people (c)", "data (c)", "recipients (d)",
                    "processors (d)", "transfers (e)", "erased after (f)", "legal basis", "measures (g)", "version",
                ]
            ]
            + record.rows.map { row in
                [
                    row.words.name, controller, officer ?? "", row.words.purpose, row.words.people, row.words.data,
                    row.words.recipients, names, abroad, row.period.joined(separator: "; "),
                    row.basis.joined(separator: "; "), record.measures.joined(separator: " "), record.version,
                ]
            }
    }

    /// RFC 4180. A field that a spreadsheet would take for a formula begins with an apostrophe (P17).
    var csv: String {
        lines.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let safe = (isFormula ? "'" : "") + text
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
