/// Splits a text into what its author wrote and what they quoted, so that a view can fold the quotes.
///
/// Nothing is lost: the segments joined are the text, byte for byte. Marked lines (`>`) are quoted wherever they stand,
/// and what is written between and after them stays written. What follows a line that announces a whole earlier mail
/// (`-----Original Message-----`, Outlook's block of header lines, `On … wrote:` above unmarked text) is quoted to the
/// end. A forwarded mail is what its sender wants to be read, and is written; so is a text that would be all quote.
/// What a mailing list puts under a mail is neither.
package struct QuoteFolding: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case written
        case quoted
        case listFooter
    }

    package struct Segment: Sendable, Equatable {
        package let kind: Kind
        package let text: String
    }

    package let segments: [Segment]

    /// `subject` tells a forwarded mail where its text does not: Outlook writes the same lines above both.
    package init(_ text: String, subject: String? = nil) {
        let lines = Self.lines(of: text)
        let kinds = Self.kinds(of: lines, isForwarded: subject.map(ForwardMarkers.announces(subject:)) ?? false)
        var segments: [Segment] = []
        var start = 0
        for index in lines.indices where index + 1 == lines.count || kinds[index + 1] != kinds[start] {
            let joined = lines[start...index].reduce(into: "") { $0 += $1 }
            segments.append(Segment(kind: kinds[start], text: joined))
            start = index + 1
        }
        let holdsWriting = segments.contains { $0.kind == .written && $0.text.contains { !$0.isWhitespace } }
        self.segments = holdsWriting || text.isEmpty ? segments : [Segment(kind: .written, text: text)]
    }

    /// The text without its quotes, for a first look.
    package var written: String {
        segments.filter { $0.kind == .written }.map(\.text).joined()
    }

    /// The lines with the line ends that belong to them.
    private static func lines(of text: String) -> [Substring] {
        var lines: [Substring] = []
        var start = text.startIndex
        while start < text.endIndex {
            let end = text.utf8[start...].firstIndex(of: .lf).map { text.utf8.index(after: $0) } ?? text.endIndex
            lines.append(text[start..<end])
            start = end
        }
        return lines
    }

    private static func kinds(of lines: [Substring], isForwarded: Bool) -> [Kind] {
        let bare = lines.map { QuoteMarkers.bare($0) }
        var kinds = lines.map { QuoteMarkers.isMarked($0) ? Kind.quoted : .written }
        var index = 0
        // The first earlier mail of a forwarded one is what was sent.
        var isSent = isForwarded
        while index < lines.count {
            guard kinds[index] == .written else {
                index += 1
                continue
            }
            if ForwardMarkers.isSeparator(bare[index]) {
                isSent = true
            } else if let found = QuoteMarkers.announcement(at: index, in: bare) {
                let next = firstFilled(in: bare, from: index + found.length)
                if next < lines.count, kinds[next] == .quoted {
                    // The line above a marked quote belongs to it.
                    for place in index..<next { kinds[place] = .quoted }
                    index = next
                    continue
                }
                if next < lines.count, found.isCertain {
                    if !isSent {
                        for place in index..<lines.count { kinds[place] = .quoted }
                        break
                    }
                    isSent = false
                    index = next
                    continue
                }
            }
            index += 1
        }
        joinAcrossEmptyLines(bare, &kinds)
        if let footer = ListFooter.start(in: bare) {
            for place in footer..<lines.count where kinds[place] == .written { kinds[place] = .listFooter }
        }
        return kinds
    }

    private static func firstFilled(in lines: [String], from start: Int) -> Int {
        var index = start
        while index < lines.count, lines[index].isEmpty { index += 1 }
        return index
    }

    /// Empty lines between two quoted ones are part of the quote.
    private static func joinAcrossEmptyLines(_ lines: [String], _ kinds: inout [Kind]) {
        var lastQuoted: Int?
        for index in lines.indices {
            if kinds[index] == .quoted {
                if let last = lastQuoted { for place in (last + 1)..<index { kinds[place] = .quoted } }
                lastQuoted = index
            } else if !lines[index].isEmpty {
                lastQuoted = nil
            }
        }
    }
}
