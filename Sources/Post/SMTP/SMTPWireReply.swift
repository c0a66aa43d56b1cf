internal import Desk

/// One whole reply of an SMTP server: its code and what the lines said (RFC 5321 §4.2). Never printed, never kept.
struct SMTPWireReply: Sendable, Equatable {
    let code: Int
    let lines: [[UInt8]]

    var isPositive: Bool { code / 100 == 2 }

    /// RFC 2034 §4: `250 2.1.5 …`. Only the last line is looked at; its class must be that of the code.
    var enhanced: String? {
        guard let line = lines.last else { return nil }
        let word = line.prefix { $0 != 0x20 }
        let parts = word.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.count == 3, word.count <= 9, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(ASCII.isDigit) }),
            ASCII.number(parts[0]) == UInt64(code / 100)
        else { return nil }
        return String(decoding: word, as: UTF8.self)
    }

    /// What the desk may keep of it.
    var kept: SMTPReply { SMTPReply(code: code, enhanced: enhanced) }

    func mentions(_ text: String) -> Bool {
        lines.contains { String(decoding: $0, as: UTF8.self).lowercased().contains(text) }
    }
}
