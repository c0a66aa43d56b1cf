import Foundation

/// Mails of made-up words, as often as words of a language are: the n-th most frequent one is n times as rare.
struct Letters {
    private let words: [String]
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    init(words count: Int) {
        let endings = ["ung", "er", "en", "tion", "keit", "s", "ly", "ing"]
        words = (0..<count).map { "w\($0)\(endings[$0 % endings.count])" }
    }

    /// A mail in a thread: four mails are a ticket.
    mutating func mail(_ number: Int, words count: Int) -> [UInt8] {
        let (thread, place) = (number / 4, number % 4)
        var lines = [
            "Authentication-Results: mx.desk.example; dmarc=pass header.from=c\(thread).example",
            "From: Customer \(thread) <person@c\(thread).example>", "To: support@desk.example",
            "Subject: \(text(5))", "Date: Tue, 24 Nov 2026 06:00:00 +0000",
            "Message-ID: <\(number)@c\(thread).example>",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
        ]
        if place > 0 { lines.append("In-Reply-To: <\(number - place)@c\(thread).example>") }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + text(count) + "\r\n").utf8)
    }

    private mutating func text(_ count: Int) -> String {
        (0..<count).map { _ in word() }.joined(separator: " ")
    }

    private mutating func word() -> String {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        let chance = Double((state &* 0x2545_F491_4F6C_DD1D) >> 11) / Double(1 << 53)
        let rank = Int(pow(Double(words.count), chance)) - 1
        return words[min(max(rank, 0), words.count - 1)]
    }
}
