internal import Desk

/// The sealed form of a message's content. The first byte is the version of the form; an unknown one is refused.
extension MessageContent {
    private static let version: UInt8 = 1

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.reserve(text.utf8.count + 256)
        writer.write(byte: Self.version)
        writer.write(byte: fromHTML ? 1 : 0)
        writer.write(author)
        writer.write(subject)
        writer.write(text)
        writer.write(to)
        writer.write(cc)
        writer.write(ifAny: replyTo)
        writer.write(ifAny: messageID)
        writer.write(references)
        writer.write(ifAny: threadTopic)
        writer.write(ifAny: threadIndex)
        writer.write(ifAny: automaticReason)
        writer.write(remarks)
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(StoreFailure) {
        var reader = ByteReader(bytes)
        guard try reader.byte() == Self.version else { throw .damaged }
        let fromHTML = try reader.byte() == 1
        self.init(
            author: try reader.text(), subject: try reader.text(), text: try reader.text(), fromHTML: fromHTML,
            to: try reader.texts(), cc: try reader.texts(), replyTo: try reader.textIfAny(),
            messageID: try reader.textIfAny(), references: try reader.texts(), threadTopic: try reader.textIfAny(),
            threadIndex: try reader.textIfAny(), automaticReason: try reader.textIfAny(),
            remarks: try reader.texts())
    }
}
