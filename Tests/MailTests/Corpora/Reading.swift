@testable import Mail

/// What was read of a message, without carriage returns, so that two readings can be compared.
struct Reading: Equatable {
    private var header: [String?] = []
    private var leaves: [String] = []
    private var contents: [[UInt8]] = []

    init(_ message: Message) {
        for list in [message.from, message.to, message.cc, message.replyTo] {
            header += list.flatMap { [$0.name, $0.address] } + ["|"]
        }
        header += [message.subject, message.messageID?.value, message.dateSeconds.map { String($0) }]
        for leaf in message.leaves {
            let words = [
                leaf.path, leaf.contentType.mediaType, leaf.filename, leaf.contentID, leaf.disposition?.rawValue,
            ]
            leaves.append(words.map { $0 ?? "-" }.joined(separator: " "))
            contents.append(Self.trimmed(message.decodedBytes(of: leaf)))
        }
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes.filter { $0 != .cr }
        while bytes.last == .lf { bytes.removeLast() }
        return bytes
    }
}
