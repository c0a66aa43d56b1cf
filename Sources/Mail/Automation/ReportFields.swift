/// The groups of fields in a machine-readable report (RFC 3464 §2.1): header-like lines, an empty line between groups.
struct ReportFields {
    let groups: [[String: String]]

    init(_ bytes: [UInt8]) {
        var groups: [[String: String]] = []
        var current: [String: String] = [:]
        var lastName: String?
        for line in bytes.prefix(Limits.reportOctets).split(separator: .lf, omittingEmptySubsequences: false) {
            let content = line.last == .cr ? line.dropLast() : line
            if content.allSatisfy(\.isBlank) {
                if !current.isEmpty { groups.append(current) }
                if groups.count >= Limits.reportGroups { break }
                current = [:]
                lastName = nil
            } else if content.first?.isSpaceOrTab == true {
                let more = Self.text(content)
                if let name = lastName { current[name, default: ""] += " " + more }
            } else if let colon = content.firstIndex(of: .colon) {
                let name = Self.text(content[..<colon]).lowercased()
                // The first of a name counts, as in a header.
                lastName = current[name] == nil ? name : nil
                if lastName != nil { current[name] = Self.text(content[(colon + 1)...]) }
            }
        }
        if !current.isEmpty { groups.append(current) }
        self.groups = groups
    }

    func first(_ name: String) -> String? {
        groups.lazy.compactMap { $0[name] }.first
    }

    /// The address of a `type; address` value (RFC 3464 §2.1.2) or of what people write instead.
    static func address(_ value: String) -> EmailAddress? {
        let typed = value.split(separator: ";", maxSplits: 1).last ?? ""
        let cleaned = typed.filter { $0 != "<" && $0 != ">" && $0 != "\"" }
        for word in cleaned.split(whereSeparator: \.isWhitespace) {
            if let address = EmailAddress(String(word)) { return address }
        }
        return nil
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let start = bytes.drop(while: \.isBlank)
        let end = start.lastIndex { !$0.isBlank } ?? (start.startIndex - 1)
        return String(decoding: start[start.startIndex..<(end + 1)], as: UTF8.self)
    }
}
