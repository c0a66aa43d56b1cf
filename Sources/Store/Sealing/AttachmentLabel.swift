internal import Desk

/// What an attachment is called and claims to be: one sealed value under its message's key.
struct AttachmentLabel: Equatable {
    var filename: String?
    var mediaType: String
    var contentID: String?

    init(filename: String?, mediaType: String, contentID: String?) {
        self.filename = filename
        self.mediaType = mediaType
        self.contentID = contentID
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(ifAny: filename)
        writer.write(mediaType)
        writer.write(ifAny: contentID)
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(StoreFailure) {
        var reader = ByteReader(bytes)
        self.init(
            filename: try reader.textIfAny(), mediaType: try reader.text(), contentID: try reader.textIfAny())
    }
}
