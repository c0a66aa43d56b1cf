/// Takes our own capabilities out of a text that came in: unsubscribe and portal links, unsubscribe tokens and reply
/// tokens become `[link removed]`.
///
/// Quoted mail carries them back to us, and whoever reads a ticket must not find in it a link that acts for somebody
/// else. Links wrapped by a security gateway, percent-encoded or broken over lines are found too; the rest of the text
/// stays as it is. Linear in the text.
package struct LinkScrubber: Sendable {
    /// Host, port and base path in lower case, plain and percent-encoded.
    private let sites: [[UInt8]]

    package static let replacement = "[link removed]"

    /// `publicURL` is the base of our own links, such as `https://help.example.org`.
    package init?(publicURL: String) {
        let bytes = publicURL.utf8.map(\.lowered)
        guard let scheme = bytes.firstRange(of: Array("://".utf8)) else { return nil }
        var site = Array(bytes[scheme.upperBound...])
        while site.last == .slash { site.removeLast() }
        guard !site.isEmpty, site.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != .lessThan && $0 != .greaterThan })
        else { return nil }
        let encoded = site.flatMap { byte -> [UInt8] in
            switch byte {
            case .slash: Array("%2f".utf8)
            case .colon: Array("%3a".utf8)
            default: [byte]
            }
        }
        sites = encoded == site ? [site] : [site, encoded]
    }

    package func scrub(_ text: String) -> (text: String, removed: Int) {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        var removed = 0
        var copied = 0
        var index = 0
        while index < bytes.count {
            // Nearly every octet begins nothing of ours, and is only looked at.
            guard mayBegin(bytes[index]), let range = capability(in: bytes, at: index, notBefore: copied) else {
                index += 1
                continue
            }
            output.append(contentsOf: bytes[copied..<(index - range.before)])
            output.append(contentsOf: Self.replacement.utf8)
            removed += 1
            index = range.end
            copied = index
        }
        guard removed > 0 else { return (text, 0) }
        output.append(contentsOf: bytes[copied...])
        return (String(decoding: output, as: UTF8.self), removed)
    }

    private func mayBegin(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "A") || byte == .plus || byte == .percent || sites.contains { $0[0] == byte.lowered }
    }

    /// What starts at `index`: how many octets before it belong to it, and where it ends.
    private func capability(in bytes: [UInt8], at index: Int, notBefore start: Int) -> (before: Int, end: Int)? {
        let previous = index > 0 ? bytes[index - 1] : .space
        // Inside a percent-encoded link a token follows two hexadecimal digits: `%2Fu%2FAQ…`.
        let isAfterEscape = index >= 3 && bytes[index - 3] == .percent && previous.hexValue != nil
        let startsWord = !Self.isTokenOctet(previous) || isAfterEscape
        if startsWord, let end = token(in: bytes, at: index) { return (0, end) }
        if bytes[index] == .plus || bytes[index] == .percent, let end = replyToken(in: bytes, at: index) {
            let before = bytes[start..<index]
            let local = before.reversed().prefix { $0.isAtomText && $0 != .percent || $0 == .dot }.count
            return (local, end)
        }
        guard !previous.isLetter && !previous.isDigit && previous != .dash && previous != .dot || isAfterEscape
        else { return nil }
        for site in sites where Self.matches(bytes, at: index, site) {
            guard let path = ownPath(in: bytes, at: index + site.count) else { continue }
            let scheme = min(Self.schemeLength(before: index, in: bytes), index - start)
            return (scheme, Self.endOfURL(in: bytes, from: path))
        }
        return nil
    }

    /// The unsubscribe token wherever it stands: 60 octets as 80 characters, version 1 first.
    private func token(in bytes: [UInt8], at index: Int) -> Int? {
        let end = index + Limits.unsubscribeTokenLength
        guard bytes[index] == UInt8(ascii: "A"), end <= bytes.count, bytes[index + 1] == UInt8(ascii: "Q"),
            bytes[index..<end].allSatisfy(Self.isTokenOctet), end == bytes.count || !Self.isTokenOctet(bytes[end])
        else { return nil }
        return end
    }

    /// `+t.` and 26 letters of base32, with the domain behind it.
    private func replyToken(in bytes: [UInt8], at index: Int) -> Int? {
        let mark = ["+t.", "%2bt."].first { Self.matches(bytes, at: index, Array($0.utf8)) }
        guard let mark else { return nil }
        let start = index + mark.utf8.count
        var end = start + Limits.replyTokenLength
        guard end <= bytes.count,
            bytes[start..<end].allSatisfy({ $0.isLetter || (0x32...0x37).contains($0) }),
            end == bytes.count || !(bytes[end].isLetter || bytes[end].isDigit)
        else { return nil }
        if end < bytes.count, bytes[end] == .at {
            end += 1
            while end < bytes.count,
                bytes[end].isLetter || bytes[end].isDigit || bytes[end] == .dash
                    || (bytes[end] == .dot && end + 1 < bytes.count && bytes[end + 1].isLetter)
            {
                end += 1
            }
        }
        return end
    }

    /// `/u/…` and `/my…`, plain or percent-encoded.
    private func ownPath(in bytes: [UInt8], at index: Int) -> Int? {
        for path in ["/u/", "%2fu%2f"] where Self.matches(bytes, at: index, Array(path.utf8)) {
            return index + path.utf8.count
        }
        for path in ["/my", "%2fmy"] where Self.matches(bytes, at: index, Array(path.utf8)) {
            let end = index + path.utf8.count
            // `/mystery` is somebody else's page.
            if end < bytes.count, bytes[end].isLetter || bytes[end].isDigit || bytes[end] == .dash {
                return nil
            }
            return end
        }
        return nil
    }

    private static func schemeLength(before index: Int, in bytes: [UInt8]) -> Int {
        for scheme in ["https://", "http://", "https%3a%2f%2f", "http%3a%2f%2f"] {
            let length = scheme.utf8.count
            if index >= length, matches(bytes, at: index - length, Array(scheme.utf8)) { return length }
        }
        return 0
    }

    private static func endOfURL(in bytes: [UInt8], from start: Int) -> Int {
        var end = start
        while end < bytes.count, isTokenOctet(bytes[end]) || ".~%/?=&#+:@!$*;,".utf8.contains(bytes[end]) { end += 1 }
        // The punctuation of the sentence is not part of the link.
        while end > start, ".,;:!?".utf8.contains(bytes[end - 1]) { end -= 1 }
        return end
    }

    private static func isTokenOctet(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == .dash || byte == .underscore
    }

    private static func matches(_ bytes: [UInt8], at index: Int, _ wanted: [UInt8]) -> Bool {
        guard index + wanted.count <= bytes.count else { return false }
        for offset in wanted.indices where bytes[index + offset].lowered != wanted[offset] { return false }
        return true
    }
}
