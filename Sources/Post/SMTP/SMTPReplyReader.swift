/// Cuts the bytes of an SMTP server into replies, whatever the pieces they arrive in. Total and bounded.
///
/// Strict where leniency would misread an outcome: a line without a three-digit code, or a code that changes within a
/// reply, ends the conversation.
struct SMTPReplyReader {
    struct Violation: Error, Equatable {}

    private var buffer: [UInt8] = []
    private var start = 0
    private var code: Int?
    private var lines: [[UInt8]] = []

    mutating func feed(_ bytes: [UInt8]) {
        buffer.removeFirst(start)
        start = 0
        buffer += bytes
    }

    /// The next whole reply, nil when more bytes are needed.
    mutating func next() throws(Violation) -> SMTPWireReply? {
        while let end = buffer[start...].firstIndex(of: 0x0A) {
            var line = buffer[start..<end]
            start = end + 1
            if line.last == 0x0D { line = line.dropLast() }
            if let reply = try take(line) { return reply }
        }
        guard buffer.count - start <= Limits.smtpLineBytes else { throw Violation() }
        return nil
    }

    private mutating func take(_ line: ArraySlice<UInt8>) throws(Violation) -> SMTPWireReply? {
        let first = line.startIndex
        // RFC 5321 §4.2: Reply-code = %x32-35 %x30-35 %x30-39; the second digit is not held to it in practice.
        guard line.count >= 3, line.count <= Limits.smtpLineBytes, (0x32...0x35).contains(line[first]),
            let number = ASCII.number(line[first..<(first + 3)])
        else { throw Violation() }
        let separator = line.count > 3 ? line[first + 3] : 0x20
        guard separator == 0x20 || separator == 0x2D, code == nil || code == Int(number),
            lines.count < Limits.smtpReplyLines
        else { throw Violation() }
        lines.append(Array(line.dropFirst(4)))
        if separator == 0x2D {
            code = Int(number)
            return nil
        }
        defer {
            code = nil
            lines = []
        }
        return SMTPWireReply(code: Int(number), lines: lines)
    }
}
