import Foundation
import Mail

/// Covers addresses and names of others where the person did not hear them already (Art. 15(4)).
///
/// The same somebody gets the same number everywhere, so that the text stays readable. It is told first who is known to
/// the person; what it has covered is counted, and stands in the list of the export.
struct ExportMask: Sendable {
    /// What was covered in one place.
    struct Count: Sendable, Equatable {
        var addresses = 0
        var names = 0
        var staff = 0

        var all: Int { addresses + names + staff }

        static func + (one: Count, other: Count) -> Count {
            Count(
                addresses: one.addresses + other.addresses, names: one.names + other.names,
                staff: one.staff + other.staff)
        }
    }

    private let language: Language
    private var knownAddresses: Set<String> = []
    private var knownNames: Set<String> = []
    private let staffAddresses: Set<String>
    private let staffNames: [String]
    private var numbers: [String: Int] = [:]
    /// The address of somebody by their name, so that both get one number.
    private var addresses: [String: String] = [:]

    init(staff: Set<String>, in language: Language) {
        self.language = language
        staffAddresses = Set(staff.compactMap { EmailAddress($0)?.normalized })
        staffNames = staff.filter { !$0.contains("@") && Self.isDistinct($0) }.sorted()
    }

    /// From now on these are not covered. Bounded: who wrote to more people than that knows them no better.
    mutating func know(_ texts: [String]) {
        for text in texts where knownAddresses.count + knownNames.count < Limits.exportKnownOthers {
            if let address = EmailAddress(text) {
                knownAddresses.insert(address.normalized)
            } else if !text.isEmpty {
                knownNames.insert(text.lowercased())
            }
        }
    }

    /// That this name and this address are one person's.
    mutating func pair(_ name: String?, _ address: EmailAddress?) {
        guard let name, let address, addresses.count < Limits.exportKnownOthers else { return }
        addresses[name.lowercased()] = address.normalized
    }

    /// One who is shown by a name or an address alone.
    mutating func label(_ text: String, count: inout Count) -> String {
        if let address = EmailAddress(text) { return covered(address, text, &count) }
        guard !text.isEmpty, !knownNames.contains(text.lowercased()) else { return text }
        count.names += 1
        return Phrase.exportCoveredName.text(in: language, ["number": String(number(of: text.lowercased()))])
    }

    /// A whole text: every address in it, and these names where they stand in it.
    mutating func text(_ text: String, names: [String], count: inout Count) -> String {
        var result = addresses(in: text, &count)
        for name in staffNames where !knownNames.contains(name.lowercased()) {
            count.staff += Self.replace(name, in: &result, by: Phrase.exportCoveredStaff.text(in: language))
        }
        for name in names where Self.isDistinct(name) && !knownNames.contains(name.lowercased()) {
            let word = Phrase.exportCoveredName.text(
                in: language, ["number": String(number(of: name.lowercased()))])
            count.names += Self.replace(name, in: &result, by: word)
        }
        return result
    }

    private mutating func addresses(in text: String, _ count: inout Count) -> String {
        guard text.contains("@") else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var copied = 0
        var index = 0
        while index < scalars.count {
            guard scalars[index] == "@" else {
                index += 1
                continue
            }
            let place = Self.address(around: index, in: scalars, from: copied)
            guard place.lowerBound < index, place.upperBound > index + 1 else {
                index += 1
                continue
            }
            let found = String(String.UnicodeScalarView(scalars[place]))
            result.append(contentsOf: scalars[copied..<place.lowerBound])
            result.append(contentsOf: covered(EmailAddress(found), found, &count).unicodeScalars)
            copied = place.upperBound
            index = place.upperBound
        }
        result.append(contentsOf: scalars[copied...])
        return String(result)
    }

    private mutating func covered(_ address: EmailAddress?, _ text: String, _ count: inout Count) -> String {
        let normal = address?.normalized ?? text.lowercased()
        if knownAddresses.contains(normal) { return text }
        if staffAddresses.contains(normal) {
            count.staff += 1
            return Phrase.exportCoveredStaff.text(in: language)
        }
        count.addresses += 1
        return Phrase.exportCoveredAddress.text(in: language, ["number": String(number(of: normal))])
    }

    private mutating func number(of text: String) -> Int {
        let key = addresses[text] ?? text
        if let number = numbers[key] { return number }
        let number = numbers.count + 1
        numbers[key] = number
        return number
    }

    /// How far an address may reach to both sides of its sign. What only looks like one is covered too: better a word
    /// too much.
    private static func address(around at: Int, in scalars: [Unicode.Scalar], from first: Int) -> Range<Int> {
        var start = at
        while start > first, isLocal(scalars[start - 1]) { start -= 1 }
        var end = at + 1
        while end < scalars.count, isDomain(scalars[end]) { end += 1 }
        while start < at, "./'-".unicodeScalars.contains(scalars[start]) { start += 1 }
        while end > at + 1, ".-".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        return start..<end
    }

    /// RFC 5322 §3.2.3 and RFC 6532 §3.2, as far as they are letters.
    private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
        isDomain(scalar) || "!#$%&'*+/=?^_`{|}~".unicodeScalars.contains(scalar)
    }

    private static func isDomain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".": true
        default: scalar.value >= 0x80 && scalar.properties.isAlphabetic
        }
    }

    /// A short or single word stands in too many texts to be taken for somebody.
    private static func isDistinct(_ name: String) -> Bool {
        name.utf8.count > Limits.exportNameBytes && name.contains(" ")
    }

    private static func replace(_ name: String, in text: inout String, by word: String) -> Int {
        var replaced = 0
        var from = text.startIndex
        while let range = text.range(of: name, options: .caseInsensitive, range: from..<text.endIndex) {
            let start = text.distance(from: text.startIndex, to: range.lowerBound)
            text.replaceSubrange(range, with: word)
            from = text.index(text.startIndex, offsetBy: start + word.count, limitedBy: text.endIndex) ?? text.endIndex
            replaced += 1
        }
        return replaced
    }
}
