import Foundation
import Web

/// A list of consents from elsewhere: CSV as RFC 4180 has it, with a head line.
enum ConsentList {
    /// Rows sent at once.
    static let together = 500
    /// Nobody brings more addresses in one file; larger ones come in parts.
    static let rowsMaximum = 100_000

    private static let columns: Set = [
        "address", "purpose", "given", "act", "textVersion", "evidence", "age", "parentalAuthorisation",
    ]

    static func rows(_ text: String) throws(OperatorError) -> [ConsentBody] {
        let records = lines(text)
        guard let head = records.first, head.contains("address"), head.contains("purpose"), head.contains("given"),
            Set(head).isSubset(of: columns), Set(head).count == head.count
        else {
            throw unreadable(
                line: 1,
                "the head line names the columns: address, purpose, given, and some of act, textVersion, "
                    + "evidence, age, parentalAuthorisation")
        }
        guard records.count <= rowsMaximum else {
            throw unreadable(line: rowsMaximum, "at most \(rowsMaximum) rows; bring the list in parts")
        }
        var rows: [ConsentBody] = []
        for (index, record) in records.dropFirst().enumerated() {
            guard record.count == head.count else {
                throw unreadable(line: index + 2, "as many fields as the head line names")
            }
            let values = Dictionary(uniqueKeysWithValues: zip(head, record)).mapValues { $0.isEmpty ? nil : $0 }
            let value = { (name: String) in values[name] ?? nil }
            guard let address = value("address"), let purpose = value("purpose"), let given = value("given") else {
                throw unreadable(line: index + 2, "an address, a purpose and the day it was given")
            }
            rows.append(
                ConsentBody(
                    address: address, purpose: purpose, textVersion: value("textVersion"), act: value("act"),
                    givenAt: try RightsText.noon(given), channel: "import", evidence: value("evidence"),
                    age: value("age"), parentalAuthorisation: value("parentalAuthorisation")))
        }
        return rows
    }

    /// Fields in quotes may hold commas, line ends and doubled quotes (RFC 4180 §2).
    static func lines(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var (record, field, isQuoted, isBegun) = ([String](), "", false, false)
        func close() {
            record.append(field)
            field = ""
        }
        // By scalar: CR LF is one character to Swift and two here.
        var scalars = text.unicodeScalars.makeIterator()
        var next = scalars.next()
        while let scalar = next {
            next = scalars.next()
            switch scalar {
            case "\"" where isQuoted && next == "\"":
                field.unicodeScalars.append("\"")
                next = scalars.next()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: close()
            case "\r" where !isQuoted && next == "\n": continue
            case "\n" where !isQuoted:
                close()
                if record != [""] { records.append(record) }
                (record, isBegun) = ([], false)
                continue
            default: field.unicodeScalars.append(scalar)
            }
            isBegun = true
        }
        if isBegun {
            close()
            records.append(record)
        }
        return records
    }

    private static func unreadable(line: Int, _ expected: String) -> OperatorError {
        OperatorError(
            "the list cannot be read: line \(line)", thing: "the file", remedy: "Expected is " + expected + ".",
            exitCode: .usage)
    }
}
