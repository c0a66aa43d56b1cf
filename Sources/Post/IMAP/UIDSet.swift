/// UIDs as IMAP writes them: `1:4,7` (RFC 3501 §9 sequence-set, without `*`).
struct UIDSet: Sendable, Equatable {
    /// In the order of the server, which is what pairs the two sets of a COPYUID.
    let ranges: [ClosedRange<UInt32>]

    /// Nil when it is not one, holds 0 or `*`, or expands to more than `Limits.uidsPerSet`.
    init?(_ bytes: some Collection<UInt8>) {
        var ranges: [ClosedRange<UInt32>] = []
        var count = 0
        for part in bytes.split(separator: 0x2C, omittingEmptySubsequences: false) {
            let ends = part.split(separator: 0x3A, omittingEmptySubsequences: false)
            guard ends.count <= 2, let first = ASCII.number32(ends[0]), let last = ASCII.number32(ends[ends.count - 1]),
                first > 0, last > 0
            else { return nil }
            let range = min(first, last)...max(first, last)
            count += range.count
            guard count <= Limits.uidsPerSet else { return nil }
            ranges.append(range)
        }
        self.ranges = ranges
    }

    var uids: [UInt32] { ranges.flatMap { Array($0) } }

    /// The sets to ask for these UIDs with, each short enough for one command line.
    static func lines(for uids: [UInt32]) -> [(text: String, uids: ArraySlice<UInt32>)] {
        let sorted = Set(uids).subtracting([0]).sorted()
        var lines: [(String, ArraySlice<UInt32>)] = []
        var text = ""
        var lineStart = 0
        var index = 0
        while index < sorted.count {
            let first = index
            while index + 1 < sorted.count, sorted[index + 1] == sorted[index] + 1 { index += 1 }
            if !text.isEmpty { text += "," }
            text += first == index ? "\(sorted[first])" : "\(sorted[first]):\(sorted[index])"
            index += 1
            if text.utf8.count >= Limits.uidSetBytes || index == sorted.count {
                lines.append((text, sorted[lineStart..<index]))
                text = ""
                lineStart = index
            }
        }
        return lines
    }
}
