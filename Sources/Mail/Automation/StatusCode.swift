/// Enhanced status codes (RFC 3463 §2) in text.
enum StatusCode {
    /// The first `class.subject.detail` that stands by itself: not a part of a version or an IP address.
    static func first(in text: String) -> String? {
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            guard [0x32, 0x34, 0x35].contains(bytes[index]), isStart(index, of: bytes) else {
                index += 1
                continue
            }
            var end = index
            var dots = 0
            while end < bytes.count, bytes[end].isDigit || bytes[end] == .dot, end - index < 9 {
                if bytes[end] == .dot { dots += 1 }
                end += 1
            }
            var code = bytes[index..<end]
            if code.last == .dot {
                code.removeLast()
                dots -= 1
            }
            let fields = code.split(separator: .dot, omittingEmptySubsequences: false)
            if dots == 2, fields.count == 3, fields[0].count == 1, fields.allSatisfy({ (1...3).contains($0.count) }) {
                return String(decoding: code, as: UTF8.self)
            }
            index = max(end, index + 1)
        }
        return nil
    }

    /// It stands alone, or behind the reply code of a line that goes on: `550-5.1.1` (RFC 5321 §4.2.1).
    private static func isStart(_ index: Int, of bytes: [UInt8]) -> Bool {
        guard index > 0, isPart(bytes[index - 1]) else { return true }
        guard index >= 4, bytes[index - 1] == .dash, bytes[(index - 4)..<(index - 1)].allSatisfy(\.isDigit),
            [0x34, 0x35].contains(bytes[index - 4])
        else { return false }
        return index == 4 || !isPart(bytes[index - 5])
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        byte.isDigit || byte.isLetter || byte == .dot || byte == .dash
    }
}
