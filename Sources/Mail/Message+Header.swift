package import Foundation

/// The header fields every message has, as values.
extension Message {
    /// Several From fields are combined (RFC 7103 §7.5.1); `defects` then says that no automatic answer may follow.
    package var from: [Address] { addresses("from") }
    package var sender: [Address] { addresses("sender") }
    package var replyTo: [Address] { addresses("reply-to") }
    package var to: [Address] { addresses("to") }
    package var cc: [Address] { addresses("cc") }

    /// Several Subject fields are joined (RFC 7103 §7.5).
    package var subject: String? {
        guard let field = tree.field("subject", of: 0) else { return nil }
        let all = tree.fields("subject", of: 0)
        if all.count == 1 { return decodedValue(field) }
        return all.prefix(tree.limits.repeatedFields).map { decodedValue($0) }.joined(separator: " ")
    }

    package var date: Date? { dateSeconds.map { Date(timeIntervalSince1970: TimeInterval($0)) } }

    /// Seconds since 1970.
    var dateSeconds: Int? {
        guard let field = tree.field("date", of: 0) else { return nil }
        return DateParser.seconds(tree.unfolded(field, of: 0), limits: tree.limits)
    }

    package var messageID: MessageID? { messageIDs("message-id", limit: 1).first }
    package var inReplyTo: [MessageID] { messageIDs("in-reply-to", limit: tree.limits.messageIDs) }
    package var references: [MessageID] { messageIDs("references", limit: tree.limits.messageIDs) }

    private func messageIDs(_ name: StaticString, limit: Int) -> [MessageID] {
        guard let field = tree.field(name, of: 0) else { return [] }
        return MessageIDList.parse(tree.unfolded(field, of: 0), limit: limit)
    }

    private func addresses(_ name: StaticString) -> [Address] {
        var all: [Address] = []
        let length = name.utf8CodeUnitCount
        for index in tree.fieldRange(of: 0) {
            let field = tree.fields[index]
            guard field.nameEnd - field.nameStart == length,
                tree.buffers[0][field.nameStart..<field.nameEnd].lowerEquals(name)
            else { continue }
            let value = tree.unfolded(field, of: 0)
            var limits = tree.limits
            limits.undeclared = undeclared(in: value)
            all += AddressParser.parse(value, limits: limits)
            if all.count >= tree.limits.addresses { break }
        }
        return all
    }
}
