/// The lines that mailing-list software puts under a mail.
enum ListFooter {
    private static let signs = [
        "mailing list", "mailing-list", "mailingliste", "mailinglist", "listinfo", "unsubscribe", "listserv",
        "google groups", "googlegroups", "groups.io", "yahoo! groups", "yahoogroups", "majordomo", "sympa",
        "liste de diffusion", "désabonner", "lista de correo", "lista de discussão", "lista di discussione",
        "abbestellen", "postorius", "email list", "discussion list",
    ]

    /// The line at which the footer starts: a rule near the end, with nothing but a list's own words below it.
    static func start(in lines: [String]) -> Int? {
        var end = lines.count
        while end > 0, lines[end - 1].isEmpty { end -= 1 }
        var index = end - 1
        let first = max(0, end - Limits.footerLines)
        var below: [String] = []
        while index >= first {
            let line = lines[index]
            if isRule(line), !below.isEmpty {
                // A rule that closes the footer has nothing below it and was passed already.
                let text = below.joined(separator: " ").lowercased()
                let names = signs.contains { text.contains($0) }
                if names, text.contains("http") || text.contains("@") { return index }
                return nil
            }
            if !line.isEmpty, !isRule(line) { below.append(line) }
            index -= 1
        }
        return nil
    }

    /// `_______`, `-------`, `-=-=-=-`, `#####`, or the two or one dashes of older programs.
    private static func isRule(_ line: String) -> Bool {
        let bytes = line.utf8
        guard let first = bytes.first, bytes.count <= 200 else { return false }
        if line == "--" || line == "-" { return true }
        guard bytes.count >= 10, [.underscore, .dash, .equals, UInt8(ascii: "#"), .asterisk].contains(first) else {
            return false
        }
        return bytes.allSatisfy { $0 == first || $0 == .dash || $0 == .equals }
    }
}
