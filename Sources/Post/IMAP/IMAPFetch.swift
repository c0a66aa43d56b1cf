internal import Foundation

/// What a FETCH reply said about one message (RFC 3501 §7.4.2), in whatever order it said it.
struct IMAPFetch: Sendable, Equatable {
    enum Body: Sendable, Equatable {
        case bytes([UInt8])
        /// `NIL`: just expunged, says Exchange.
        case absent
        case oversized(Int)
    }

    private(set) var uid: UInt32?
    private(set) var size: Int?
    private(set) var internalDate: Date?
    private(set) var isSeen: Bool?
    private(set) var whole: Body?
    private(set) var header: Body?

    /// Items we did not ask for are skipped.
    init(_ items: [IMAPValue]) {
        var index = 0
        while index + 1 < items.count {
            let value = items[index + 1]
            if case .atom(let name) = items[index] { read(name, value) }
            index += 2
        }
    }

    private mutating func read(_ name: [UInt8], _ value: IMAPValue) {
        if ASCII.isEqual(name, ignoringCase: "UID") {
            uid = value.number.flatMap(UInt32.init(exactly:))
        } else if ASCII.isEqual(name, ignoringCase: "BODY[]") {
            whole = Self.body(value)
        } else if ASCII.isEqual(name, ignoringCase: "BODY[HEADER]") {
            header = Self.body(value)
        } else if ASCII.isEqual(name, ignoringCase: "RFC822.SIZE") {
            size = value.number.map { Int(clamping: $0) }
        } else if ASCII.isEqual(name, ignoringCase: "INTERNALDATE") {
            if case .string(let bytes) = value { internalDate = InternalDate.read(bytes) }
        } else if ASCII.isEqual(name, ignoringCase: "FLAGS"), case .list(let flags) = value {
            isSeen = flags.contains { $0.isAtom("\\Seen") }
        }
    }

    private static func body(_ value: IMAPValue) -> Body? {
        switch value {
        case .string(let bytes): .bytes(bytes)
        case .oversized(let count): .oversized(count)
        case .atom: value.isNil ? .absent : nil
        case .list: nil
        }
    }
}
