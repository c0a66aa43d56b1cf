/// A part of a body that somebody asks for: one range of bytes (RFC 9110 §14.1.2). Other forms are asked for by nobody
/// of ours and answered whole, as §14.2 allows.
struct ByteRange: Equatable, Sendable {
    var bytes: Range<Int>

    /// nil: the whole body is the answer.
    init?(_ header: String?, of length: Int) {
        guard let header, header.hasPrefix("bytes="), length > 0 else { return nil }
        let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let first = Int(ends[0]), first >= 0 else { return nil }
        guard let last = ends[1].isEmpty ? length - 1 : Int(ends[1]), last >= first, first < length else {
            return nil
        }
        bytes = first..<min(last, length - 1) + 1
    }

    func header(of length: Int) -> String {
        "bytes \(bytes.lowerBound)-\(bytes.upperBound - 1)/\(length)"
    }
}
