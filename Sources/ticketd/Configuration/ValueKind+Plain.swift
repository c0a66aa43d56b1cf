/// The kinds that need no explanation: texts, numbers, booleans, words from a list, durations and sizes.
extension ValueKind where Value == String {
    /// One line of text for people to read.
    static let text = written("text", expected: "a text on one line, at most 500 characters", echo: false) { text in
        let isOneLine = text.unicodeScalars.allSatisfy(RawValue.isVisible)
        let length = text.count
        return isOneLine && (1...ConfigurationLimits.textCharacters).contains(length) ? text : nil
    }

    /// A short name that becomes a file name, a metric label or a log field, and therefore cannot be an address.
    static let name = written(
        "name", expected: "a name of letters, digits, '.', '_' and '-', such as \"support\"", echo: false
    ) { PlainName($0)?.text }

    static let path = written("path", expected: "an absolute path, such as \"/var/lib/ticketd\"", echo: true) { text in
        isPath(text, longest: ConfigurationLimits.pathBytes) ? text : nil
    }

    static let socketPath = written(
        "path", expected: "an absolute path of at most 107 bytes (the kernel's limit for a socket)", echo: true
    ) { isPath($0, longest: ConfigurationLimits.socketPathBytes) ? $0 : nil }

    static let language = written("language", expected: "a language tag, such as \"en\" or \"pt-BR\"", echo: true) {
        text in
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.utf8.count), parts.count <= 3 else { return nil }
        let isPlain = parts.allSatisfy { part in
            (1...8).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        return isPlain && first.allSatisfy { $0.isASCII && $0.isLowercase } ? text : nil
    }

    static let country = written("country", expected: "a two-letter country code, such as \"DE\"", echo: true) { text in
        text.utf8.count == 2 && text.allSatisfy { $0.isASCII && $0.isUppercase } ? text : nil
    }

    /// Absolute, without parts that lead out of it and without characters a shell or a terminal would act on.
    private static func isPath(_ text: String, longest: Int) -> Bool {
        text.hasPrefix("/") && text.utf8.count <= longest
            && !text.split(separator: "/").contains("..")
            && text.unicodeScalars.allSatisfy(RawValue.isVisible)
    }
}

extension ValueKind where Value == Bool {
    static let boolean = ValueKind(name: "boolean", expected: "true or false", shape: .boolean) {
        raw throws(Mismatch) in
        guard case .boolean(let flag) = raw else { throw Mismatch(expected: "true or false", found: raw.typeName) }
        return flag
    }
}

extension ValueKind where Value == Int {
    static func integer(_ range: ClosedRange<Int>) -> ValueKind {
        let rule = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        return ValueKind(name: "integer", expected: rule, shape: .integer) { raw throws(Mismatch) in
            guard case .integer(let number) = raw else { throw Mismatch(expected: rule, found: raw.typeName) }
            guard range.contains(number) else { throw Mismatch(expected: rule, found: String(number)) }
            return number
        }
    }

    static func size(_ range: ClosedRange<Int>) -> ValueKind {
        let bounds = "\(ByteSizeText.format(range.lowerBound)) to \(ByteSizeText.format(range.upperBound))"
        return written("size", expected: "a size with its unit, such as \"25MiB\", from \(bounds)", echo: true) {
            text in
            ByteSizeText.parse(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension ValueKind where Value == Duration {
    static func duration(_ range: ClosedRange<Duration>) -> ValueKind {
        let bounds = "\(DurationText.format(range.lowerBound)) to \(DurationText.format(range.upperBound))"
        let rule = "a duration with its unit (s, m, h, d, w), such as \"15m\", from \(bounds)"
        return written("duration", expected: rule, echo: true) { text in
            DurationText.parse(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension ValueKind where Value: RawRepresentable<String> & CaseIterable {
    /// One word of a closed list; a misspelt one is answered with the nearest.
    static func choice(_ type: Value.Type = Value.self) -> ValueKind {
        let words = type.allCases.map(\.rawValue)
        let rule = "one of " + words.map(RawValue.quoted).joined(separator: ", ")
        return ValueKind(name: "choice", expected: rule, shape: .text) { raw throws(Mismatch) in
            guard case .text(let text) = raw else { throw Mismatch(expected: rule, found: raw.typeName) }
            if let value = Value(rawValue: text) { return value }
            let remedy = Spelling.nearest(to: text, among: words).map { "did you mean \(RawValue.quoted($0))?" }
            throw Mismatch(expected: rule, found: RawValue.quoted(String(text.prefix(80))), remedy: remedy)
        }
    }
}
