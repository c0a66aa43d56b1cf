/// What a server offers in its answer to EHLO (RFC 5321 §4.1.1.1).
struct SMTPExtensions: Sendable, Equatable {
    private let keywords: Set<String>

    /// The first line is the server's greeting and offers nothing.
    init(_ reply: SMTPWireReply) {
        keywords = Set(
            reply.lines.dropFirst().map { line in
                String(decoding: line.prefix { $0 > 0x20 }, as: UTF8.self).uppercased()
            })
    }

    func has(_ keyword: String) -> Bool { keywords.contains(keyword) }
}
