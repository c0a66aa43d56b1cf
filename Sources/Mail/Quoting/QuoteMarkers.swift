/// The lines by which mail programs introduce a quote.
enum QuoteMarkers {
    /// Lines that announce a quote.
    struct Announcement: Equatable {
        let length: Int
        /// Whether nothing else writes so, and unmarked text below is a quote as well.
        let isCertain: Bool
    }

    /// A line without its line end, the white space around it, and the stars of bold text.
    static func bare(_ line: Substring) -> String {
        let kept = line.utf8.count > Limits.quoteLineOctets ? line.prefix(Limits.quoteLineOctets) : line
        var words = kept.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        words.removeAll { $0 == "*" }
        return words
    }

    static func isMarked(_ line: Substring) -> Bool {
        line.utf8.first { $0 != .space && $0 != .tab } == .greaterThan
    }

    /// The announcement that begins at a line, or nil when there is none.
    static func announcement(at index: Int, in lines: [String]) -> Announcement? {
        let line = lines[index]
        if line.isEmpty || line.utf8.count > Limits.quoteLineOctets { return nil }
        if isSeparator(line) { return Announcement(length: 1, isCertain: true) }
        if let length = headerBlock(at: index, in: lines) { return Announcement(length: length, isCertain: true) }
        return attribution(at: index, in: lines)
    }

    /// `-----Original Message-----`.
    private static func isSeparator(_ line: String) -> Bool {
        guard line.hasPrefix("--") || line.hasPrefix("__") || line.hasPrefix("==") else { return false }
        let words = line.lowercased().drop { "-_= ".contains($0) }
        return QuoteWords.originals.contains { words.hasPrefix($0) }
    }

    /// Three header lines or more, the author's first, perhaps under a rule.
    private static func headerBlock(at index: Int, in lines: [String]) -> Int? {
        var place = index
        if isRule(lines[place]) {
            place += 1
            while place < lines.count, place < index + 3, lines[place].isEmpty { place += 1 }
        }
        guard place < lines.count, let name = headerName(lines[place]), QuoteWords.authors.contains(name) else {
            return nil
        }
        var found = 1
        // A journey has a From, a To and a Date as well; a mail has a subject, or an author with an address.
        var isMail = lines[place].contains("@")
        var last = place
        var next = place + 1
        while next < lines.count, next - place < Limits.quoteHeaderLines, found < 8 {
            if let name = headerName(lines[next]),
                QuoteWords.others.contains(name) || QuoteWords.subjects.contains(name)
            {
                isMail = isMail || QuoteWords.subjects.contains(name)
                found += 1
                last = next
            }
            next += 1
        }
        return found >= 3 && isMail ? last + 1 - index : nil
    }

    private static func isRule(_ line: String) -> Bool {
        line.utf8.count >= 10 && line.utf8.allSatisfy { $0 == .underscore || $0 == .dash }
    }

    private static func headerName(_ line: String) -> String? {
        guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let name = line[..<colon].lowercased().split(separator: " ").joined(separator: " ")
        return name.isEmpty || name.count > 16 ? nil : name
    }

    /// `On Mon, 3 Mar 2025 at 10:00, Ann <ann@example.org> wrote:`, on one line or broken over up to four.
    private static func attribution(at index: Int, in lines: [String]) -> Announcement? {
        // The verb and the name change places from language to language, but the line is one sentence with a colon.
        var sentence = ""
        for length in 1...Limits.attributionLines {
            guard index + length <= lines.count, !lines[index + length - 1].isEmpty else { return nil }
            if length > 1, isMarked(lines[index + length - 1][...]) { return nil }
            sentence += (sentence.isEmpty ? "" : " ") + lines[index + length - 1]
            guard sentence.utf8.count <= Limits.attributionOctets else { return nil }
            if sentence.hasSuffix(":") || sentence.hasSuffix("：") {
                guard let attribution = AttributionSentence(sentence) else { return nil }
                // Several lines belong together only from the line that opens the sentence: what is above was written.
                let later = (index + 1)..<(index + length)
                let isWhole =
                    length == 1
                    || AttributionSentence.opens(lines[index])
                        && !later.contains { AttributionSentence.opens(lines[$0]) }
                return isWhole ? Announcement(length: length, isCertain: attribution.isCertain) : nil
            }
        }
        return nil
    }
}
