/// The bytes of a message as they go over the wire after DATA: CRLF lines, dots stuffed, without the final dot.
///
/// Refuses what could end the message early somewhere on its way: a bare CR or LF (the "SMTP smuggling" family), NUL,
/// and lines no server must take. Nothing is repaired here; the composer makes no such bytes.
struct SMTPText: Sendable {
    let bytes: [UInt8]
    let isSevenBit: Bool
    /// Before stuffing, for SIZE (RFC 1870 §6.1).
    let size: Int

    init?(_ message: [UInt8]) {
        var stuffed: [UInt8] = []
        stuffed.reserveCapacity(message.count + message.count / 64 + 2)
        var highest: UInt8 = 0
        var isLegal = true
        message.withUnsafeBytes { bytes in
            var lineStart = 0
            while lineStart < bytes.count, isLegal {
                var end = lineStart
                while end < bytes.count, bytes[end] != 0x0D, bytes[end] != 0x0A, bytes[end] != 0 {
                    highest |= bytes[end]
                    end += 1
                }
                let isEnded = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
                isLegal = (isEnded || end == bytes.count) && end - lineStart <= Limits.smtpTextLine
                // RFC 5321 §4.5.2.
                if end > lineStart, bytes[lineStart] == 0x2E { stuffed.append(0x2E) }
                stuffed.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[lineStart..<end]))
                stuffed.append(0x0D)
                stuffed.append(0x0A)
                lineStart = isEnded ? end + 2 : bytes.count
            }
        }
        guard isLegal else { return nil }
        bytes = stuffed
        isSevenBit = highest < 0x80
        size = message.count
    }
}
