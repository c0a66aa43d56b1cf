internal import Desk

/// The number in a subject's `[#1042]`. It gives nobody a right (P11); it is a hint.
enum SubjectTag {
    /// The last tag, because mail programs put what they add in front.
    static func find(in subject: String) -> TicketNumber? {
        var rest = Array(subject.utf8)[...]
        while let open = rest.lastIndex(of: UInt8(ascii: "[")) {
            let inside = rest[rest.index(after: open)...]
            if inside.first == UInt8(ascii: "#"), let close = inside.firstIndex(of: UInt8(ascii: "]")),
                let number = TicketNumber(text: String(decoding: inside[..<close], as: UTF8.self))
            {
                return number
            }
            rest = rest[..<open]
        }
        return nil
    }
}
