/// Addresses in running text: what stands around an `@`.
enum AddressScan {
    struct Match {
        let address: EmailAddress
        /// Nothing stands before it on the line but brackets, bullets and punctuation.
        let beginsLine: Bool
    }

    static func addresses(in line: String) -> [Match] {
        let bytes = Array(line.utf8.prefix(Limits.bounceLineOctets))
        var matches: [Match] = []
        var index = 0
        while index < bytes.count, matches.count < Limits.bounceRecipients {
            guard bytes[index] == .at else {
                index += 1
                continue
            }
            var start = index
            while start > 0, bytes[start - 1].isAtomText && bytes[start - 1] != .equals || bytes[start - 1] == .dot {
                start -= 1
            }
            while start < index, bytes[start] == .apostrophe { start += 1 }
            var end = index + 1
            while end < bytes.count,
                bytes[end].isLetter || bytes[end].isDigit || bytes[end] == .dot
                    || bytes[end] == .dash || bytes[end] >= 0x80
            {
                end += 1
            }
            while end > index, bytes[end - 1] == .dot || bytes[end - 1] == .dash { end -= 1 }
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            if let address = EmailAddress(text), address.domain.contains(".") {
                matches.append(Match(address: address, beginsLine: isBare(bytes[..<start])))
            }
            index = max(end, index + 1)
        }
        return matches
    }

    /// Bullets, quote marks, brackets, punctuation.
    private static func isBare(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy { $0.isBlank || "<>()[]*-:;,.\"'|".utf8.contains($0) }
    }
}
