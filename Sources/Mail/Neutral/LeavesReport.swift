/// A message in the neutral form by which parsers are compared: header fields, leaves, and every leaf with its path.
package struct LeavesReport: Sendable {
    private let id: String
    private let message: Message

    package init(id: String, message: Message) {
        self.id = id
        self.message = message.marking
    }

    /// One JSON object on one line, without a line end.
    package var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.field("id", id)
        write(message.from, "from", &json)
        write(message.to, "to", &json)
        write(message.cc, "cc", &json)
        write(message.replyTo, "reply_to", &json)
        json.field("subject", message.subject)
        json.field("message_id", message.messageID?.value)
        json.field("date", message.dateSeconds)
        json.beginArray("leaves")
        for part in topLeaves { write(part, &json) }
        json.endArray()
        json.beginArray("deep")
        for part in message.leaves {
            json.beginObject()
            json.field("p", part.path)
            json.field("t", part.contentType.mediaType)
            json.field("b", plain: Base64.encode(message.decodedBytes(of: part)))
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    private func write(_ addresses: [Address], _ key: StaticString, _ json: inout JSONWriter) {
        json.beginArray(key)
        for address in addresses {
            json.beginArray()
            json.element(address.name)
            json.element(address.address)
            json.endArray()
        }
        json.endArray()
    }

    private func write(_ part: Part, _ json: inout JSONWriter) {
        let type = part.contentType
        json.beginObject()
        json.field("t", type.mediaType)
        json.field("d", part.disposition?.rawValue)
        json.field("fn", part.filename)
        json.field("cid", part.contentID)
        if part.embedded == nil {
            json.field("b", plain: Base64.encode(message.decodedBytes(of: part)))
        }
        if type.type == "text" { json.field("u", message.decodedText(of: part).text) }
        json.endObject()
    }

    /// The leaves with embedded messages as one leaf each.
    private var topLeaves: [Part] {
        var leaves: [Part] = []
        var last = -1
        for leaf in message.leaves {
            var outermost = leaf
            var next = leaf.parent
            while let container = next {
                if container.embedded != nil { outermost = container }
                next = container.parent
            }
            if outermost.id != last { leaves.append(outermost) }
            last = outermost.id
        }
        return leaves
    }
}

extension Message {
    /// The same message read without guessing charsets, so that parsers can be compared.
    fileprivate var marking: Message {
        var limits = tree.limits
        limits.undeclared = .marked
        return Message(
            tree: MessageTree(
                buffers: tree.buffers, nodes: tree.nodes, fields: tree.fields, defects: tree.defects, limits: limits))
    }
}
