/// Everything that ticketd sees in a message, as one JSON object: what `ticketd parse` prints.
///
/// Addresses are objects of `name` and `address`, dates are UTC in the form of RFC 3339, lists are never null.
package struct ParseReport {
    private let message: Message
    private let sha256: ([UInt8]) -> String

    /// `sha256` gives the digest of an attachment's content in hexadecimal.
    package init(message: Message, sha256: @escaping ([UInt8]) -> String) {
        self.message = message
        self.sha256 = sha256
    }

    /// One JSON object on one line, without a line end.
    package var json: [UInt8] {
        let readable = message.readableText()
        var json = JSONWriter()
        json.beginObject()
        write(message.from, "from", &json)
        write(message.to, "to", &json)
        write(message.cc, "cc", &json)
        write(message.replyTo, "replyTo", &json)
        json.field("subject", message.subject)
        json.field("date", message.dateSeconds.map { Timestamp.text($0) })
        json.field("messageId", message.messageID?.value)
        write(message.inReplyTo, "inReplyTo", &json)
        write(message.references, "references", &json)
        json.field("text", readable.text)
        json.field("html", readable.fromHTML)
        json.beginArray("attachments")
        for attachment in message.attachments { write(attachment, &json) }
        for file in message.unpackedFiles { write(file, &json) }
        json.endArray()
        writeAutomation(&json)
        writeBounce(&json)
        writeDefects(readable, &json)
        json.endObject()
        return json.bytes
    }

    private func write(_ addresses: [Address], _ key: StaticString, _ json: inout JSONWriter) {
        json.beginArray(key)
        for address in addresses {
            json.beginObject()
            json.field("name", address.name)
            json.field("address", address.address)
            json.endObject()
        }
        json.endArray()
    }

    private func write(_ ids: [MessageID], _ key: StaticString, _ json: inout JSONWriter) {
        json.beginArray(key)
        for id in ids { json.element(id.value) }
        json.endArray()
    }

    private func write(_ attachment: Attachment, _ json: inout JSONWriter) {
        json.beginObject()
        json.field("filename", attachment.filename)
        json.field("mediaType", attachment.mediaType)
        json.field("size", attachment.size)
        json.field("sha256", sha256(message.decodedBytes(of: attachment.part)))
        json.field("inline", attachment.isInline)
        json.field("contentId", attachment.contentID)
        json.field("nested", attachment.isNested)
        json.endObject()
    }

    private func write(_ file: UnpackedFile, _ json: inout JSONWriter) {
        json.beginObject()
        json.field("filename", file.filename)
        json.field("mediaType", file.mediaType)
        json.field("size", file.bytes.count)
        json.field("sha256", sha256(file.bytes))
        json.field("inline", false)
        json.field("contentId", file.contentID)
        json.field("unpacked", true)
        json.endObject()
    }

    private func writeAutomation(_ json: inout JSONWriter) {
        switch message.automation {
        case .person:
            json.field("automatic", false)
            json.field("automaticReason", String?.none)
        case .machine(let reason):
            json.field("automatic", true)
            json.field("automaticReason", reason.rawValue)
        }
    }

    private func writeBounce(_ json: inout JSONWriter) {
        guard let bounce = message.bounce else { return json.field("bounce", String?.none) }
        json.beginObject("bounce")
        json.field("kind", bounce.kind.rawValue)
        json.field("returnedMessageId", bounce.returnedMessageID?.value)
        json.beginArray("recipients")
        for recipient in bounce.recipients {
            json.beginObject()
            json.field("address", recipient.address?.text)
            json.field("action", recipient.action.rawValue)
            json.field("status", recipient.status)
            json.field("permanent", recipient.isPermanent)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    /// The defects of the header and structure, then those met in making the text.
    private func writeDefects(_ readable: ReadableText, _ json: inout JSONWriter) {
        var defects = message.defectSet
        defects.formUnion(readable.defectSet)
        json.beginArray("defects")
        for defect in defects.list { json.element(defect.rawValue) }
        json.endArray()
    }
}
