/// Splits a mailbox file into its messages: total, one pass, the bytes of each message as they were before filing.
///
/// A message begins after a line that starts with `From ` at the top of the file or after an empty line. Lines quoted
/// for filing (`>From `, in any depth) lose one mark, as RFC 4155's successor format mboxrd prescribes. A file without
/// any such line is one message.
package struct MboxReader: Sequence, IteratorProtocol, Sendable {
    private let bytes: [UInt8]
    private var position: Int

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = 0
        // Empty lines may stand before the first mark.
        var start = 0
        while start < bytes.count, bytes[start] == .lf || bytes[start] == .cr { start += 1 }
        if Self.isMark(bytes, start) { position = start }
    }

    package mutating func next() -> [UInt8]? {
        guard position < bytes.count else { return nil }
        var line = position
        if Self.isMark(bytes, line) { line = lineAfter(line) }
        var message: [UInt8] = []
        var copied = line
        var isAfterEmptyLine = false
        while line < bytes.count {
            if isAfterEmptyLine, Self.isMark(bytes, line) { break }
            isAfterEmptyLine = isEmptyLine(line)
            if bytes[line] == .greaterThan, isQuotedMark(line) {
                message += bytes[copied..<line]
                copied = line + 1
            }
            line = lineAfter(line)
        }
        position = line
        message += bytes[copied..<line]
        if line < bytes.count { dropEmptyLine(&message) }
        return message
    }

    private static func isMark(_ bytes: [UInt8], _ start: Int) -> Bool {
        bytes[start...].starts(with: "From ".utf8)
    }

    private func isEmptyLine(_ start: Int) -> Bool {
        bytes[start] == .lf || (bytes[start] == .cr && start + 1 < bytes.count && bytes[start + 1] == .lf)
    }

    private func isQuotedMark(_ start: Int) -> Bool {
        var position = start
        while position < bytes.count, bytes[position] == .greaterThan { position += 1 }
        return Self.isMark(bytes, position)
    }

    private func lineAfter(_ start: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            ByteSearch.first(.lf, in: bytes, from: start).map { $0 + 1 } ?? bytes.count
        }
    }

    /// The empty line before a mark belongs to the mark.
    private func dropEmptyLine(_ message: inout [UInt8]) {
        if message.last == .lf { message.removeLast() }
        if message.last == .cr { message.removeLast() }
    }
}
