internal import Desk
internal import Foundation
internal import Mail

/// The mails of one batch as they came, not yet read.
struct FetchedBatch: Sendable {
    struct Fetched: Sendable {
        enum Content: Sendable {
            case whole([UInt8])
            case tooLarge(headers: [UInt8], size: Int)
            case unreadable([UInt8], QuarantineReason)
        }

        let uid: UInt32
        let receivedAt: Date
        var content: Content
    }

    private let listed: [ListedMessage]
    let isArchive: Bool
    private(set) var arrivals: [Fetched] = []

    init(listed: [ListedMessage] = [], isArchive: Bool = false) {
        self.listed = listed
        self.isArchive = isArchive
    }

    /// Listed and not brought.
    var missing: [ListedMessage] {
        let came = Set(arrivals.map(\.uid))
        return listed.filter { !came.contains($0.uid) }
    }

    /// The server's word about the size may have been wrong; the limit holds for what came.
    mutating func add(_ message: FetchedMessage, maximumMessageSize: Int, now: Date) {
        guard let known = listed.first(where: { $0.uid == message.uid }) else { return }
        let content: Fetched.Content =
            message.bytes.count <= maximumMessageSize
            ? .whole(message.bytes)
            : .tooLarge(headers: Self.header(of: message.bytes), size: message.bytes.count)
        insert(Fetched(uid: message.uid, receivedAt: known.internalDate ?? now, content: content))
    }

    mutating func add(tooLarge message: ListedMessage, headers: [UInt8], now: Date) {
        insert(
            Fetched(
                uid: message.uid, receivedAt: message.internalDate ?? now,
                content: .tooLarge(headers: headers, size: message.size)))
    }

    /// Reading it ended the daemon, storing it failed, or it never came: a human decides.
    mutating func giveUp(on message: ListedMessage, because reason: QuarantineReason, now: Date) {
        var bytes: [UInt8] = []
        if let index = arrivals.firstIndex(where: { $0.uid == message.uid }) {
            switch arrivals[index].content {
            case .whole(let whole), .unreadable(let whole, _): bytes = whole
            case .tooLarge(let headers, _): bytes = headers
            }
            arrivals.remove(at: index)
        }
        insert(
            Fetched(
                uid: message.uid, receivedAt: message.internalDate ?? now, content: .unreadable(bytes, reason)))
    }

    mutating func cut(before uid: UInt32) {
        arrivals.removeAll { $0.uid >= uid }
    }

    /// Parses. Total, but not trusted: the attempt is on disk before this is called.
    func read() -> [Arrival] {
        let parser = MessageParser()
        return arrivals.map { fetched in
            if case .whole(let bytes) = fetched.content { Fault.reading(bytes) }
            let content: Arrival.Content =
                switch fetched.content {
                case .whole(let bytes): .message(parser.parse(bytes))
                case .tooLarge(let headers, let size): .tooLarge(headers: parser.parse(headers), size: size)
                case .unreadable(let bytes, let reason): .unreadable(bytes: bytes, reason: reason)
                }
            return Arrival(uid: fetched.uid, receivedAt: fetched.receivedAt, content: content)
        }
    }

    private mutating func insert(_ fetched: Fetched) {
        let index = arrivals.firstIndex { $0.uid > fetched.uid } ?? arrivals.count
        arrivals.insert(fetched, at: index)
    }

    private static func header(of bytes: [UInt8]) -> [UInt8] {
        let end = bytes.firstRange(of: [0x0D, 0x0A, 0x0D, 0x0A])?.upperBound ?? min(bytes.count, Limits.headerBytes)
        return Array(bytes[..<min(end, Limits.headerBytes)])
    }
}
