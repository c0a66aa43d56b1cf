/// The content lines of an iCalendar object (RFC 5545 §3.1): unfolded, cut into name, parameters and value. Total and
/// bounded; a line that is none is passed over.
struct CalendarText {
    struct Line: Sendable, Equatable {
        /// In upper case.
        let name: String
        let parameters: [String: String]
        let value: String
    }

    let lines: [Line]

    init(_ text: String) {
        var unfolded: [[UInt8]] = []
        for line in text.utf8.prefix(Limits.calendarOctets).split(separator: .lf) {
            let content = line.last == .cr ? line.dropLast() : line
            if content.first?.isSpaceOrTab == true, !unfolded.isEmpty {
                unfolded[unfolded.count - 1] += content.dropFirst()
            } else {
                unfolded.append(Array(content))
            }
        }
        lines = unfolded.compactMap(Self.line)
    }

    private static func line(_ bytes: [UInt8]) -> Line? {
        var pieces: [[UInt8]] = [[]]
        var isQuoted = false
        var valueStart: Int?
        for (index, byte) in bytes.enumerated() {
            if byte == .quote {
                isQuoted.toggle()
            } else if byte == .colon, !isQuoted {
                valueStart = index + 1
                break
            } else if byte == .semicolon, !isQuoted {
                pieces.append([])
            } else {
                pieces[pieces.count - 1].append(byte)
            }
        }
        guard let valueStart, !pieces[0].isEmpty else { return nil }
        var parameters: [String: String] = [:]
        for piece in pieces.dropFirst() {
            guard let equals = piece.firstIndex(of: .equals) else { continue }
            let name = String(decoding: piece[..<equals], as: UTF8.self).uppercased()
            parameters[name] = String(decoding: piece[(equals + 1)...], as: UTF8.self)
        }
        return Line(
            name: String(decoding: pieces[0], as: UTF8.self).uppercased(), parameters: parameters,
            value: unescaped(bytes[valueStart...]))
    }

    /// RFC 5545 §3.3.11, as one line of bounded length.
    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        var output: [UInt8] = []
        var isEscaped = false
        for byte in bytes.prefix(Limits.calendarValueOctets) {
            if isEscaped {
                output.append(byte.lowered == UInt8(ascii: "n") ? .space : byte)
                isEscaped = false
            } else if byte == .backslash {
                isEscaped = true
            } else {
                output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
