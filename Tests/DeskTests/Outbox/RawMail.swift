import Foundation

/// A mail read from its bytes by nobody's parser: lines, headers, and the text between two boundaries.
struct RawMail {
    struct Header {
        let name: String
        let value: String
    }

    let headers: [Header]
    let text: String

    /// nil for bytes that are not 7-bit lines of at most 998 ended by CRLF, each CR before an LF and each LF after
    /// a CR.
    init?(_ bytes: [UInt8]) {
        var column = 0
        for (index, byte) in bytes.enumerated() {
            guard byte != 0, byte < 0x80 else { return nil }
            if byte == 0x0D {
                guard index + 1 < bytes.count, bytes[index + 1] == 0x0A else { return nil }
            }
            if byte == 0x0A {
                guard index > 0, bytes[index - 1] == 0x0D else { return nil }
                guard column - 1 <= 998 else { return nil }
                column = 0
            } else {
                column += 1
            }
        }
        guard bytes.last == 0x0A else { return nil }
        text = String(decoding: bytes, as: UTF8.self)
        var headers: [Header] = []
        for line in Self.lines(of: text) {
            if line.isEmpty { break }
            if line.hasPrefix(" ") || line.hasPrefix("\t") {
                guard let last = headers.popLast() else { return nil }
                headers.append(Header(name: last.name, value: last.value + line))
                continue
            }
            guard let colon = line.firstIndex(of: ":") else { return nil }
            headers.append(
                Header(
                    name: line[..<colon].lowercased(),
                    value: String(line[line.index(after: colon)...].drop { $0 == " " })))
        }
        self.headers = headers
    }

    func values(_ name: String) -> [String] { headers.filter { $0.name == name }.map(\.value) }

    /// The mail with each line of a header, folded ones included, changed or removed.
    static func editing(_ bytes: [UInt8], header name: String, _ edit: (String) -> String?) -> [UInt8] {
        var kept: [String] = []
        var isInHeaders = true
        var isSkipping = false
        for line in lines(of: String(decoding: bytes, as: UTF8.self)) {
            if line.isEmpty { isInHeaders = false }
            let isContinuation = line.hasPrefix(" ")
            if isInHeaders, isContinuation ? isSkipping : line.lowercased().hasPrefix(name + ":") {
                isSkipping = true
                if let edited = edit(line) { kept.append(edited) }
            } else {
                if !isContinuation { isSkipping = false }
                kept.append(line)
            }
        }
        return Array(kept.joined(separator: "\r\n").utf8)
    }

    /// The mail with the text of one alternative changed.
    static func editing(_ bytes: [UInt8], part mediaType: String, _ edit: (String) -> String) -> [UInt8] {
        let mail = String(decoding: bytes, as: UTF8.self)
        guard let start = mail.range(of: "Content-Type: \(mediaType);"),
            let end = mail[start.upperBound...].range(of: "\r\n--=_")
        else { return bytes }
        return Array(
            (mail[..<start.upperBound] + edit(String(mail[start.upperBound..<end.lowerBound]))
                + mail[end.lowerBound...]).utf8)
    }

    static func lines(of text: String) -> [String] {
        text.split(separator: "\r\n", omittingEmptySubsequences: false).map { String($0) }
    }
}
