/// The header fields of a mail that we wrote, as they stand in it: with folds, without the CRLF at their end.
///
/// Only for our own mail, whose lines are known to be well formed; what comes in is read by `Message`.
enum HeaderLines {
    /// Where the body begins: after the first empty line, or at the end.
    static func bodyStart(in mail: [UInt8]) -> Int {
        var start = 0
        while let end = lineEnd(in: mail, from: start) {
            if end == start { return end + 2 }
            start = end + 2
        }
        return mail.count
    }

    static func lines(in mail: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while let end = lineEnd(in: mail, from: start), end > start {
            if mail[start] == 0x20 || mail[start] == 0x09, let last = lines.indices.last {
                lines[last] = mail[lines[last].startIndex..<end]
            } else {
                lines.append(mail[start..<end])
            }
            start = end + 2
        }
        return lines
    }

    /// In lower case; empty for a line without a colon.
    static func name(of line: ArraySlice<UInt8>) -> String {
        guard let colon = line.firstIndex(of: 0x3A) else { return "" }
        return String(decoding: line[..<colon].map(RelaxedForm.lowercased), as: UTF8.self)
    }

    private static func lineEnd(in mail: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + 1 < mail.count {
            if mail[index] == 0x0D, mail[index + 1] == 0x0A { return index }
            index += 1
        }
        return nil
    }
}
