internal import Desk
internal import Mail

/// An attachment about to be written.
struct NewAttachment {
    var id: AttachmentID
    var label: AttachmentLabel
    var isInline: Bool
    var bytes: [UInt8]
}

extension NewAttachment {
    /// A file that an agent sends.
    init(_ file: ComposedAttachment, id: AttachmentID) {
        self.id = id
        label = AttachmentLabel(filename: file.filename, mediaType: file.mediaType, contentID: nil)
        isInline = false
        bytes = file.bytes
    }
}
