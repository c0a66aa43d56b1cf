internal import Desk

/// An attachment about to be written.
struct NewAttachment {
    var id: AttachmentID
    var label: AttachmentLabel
    var isInline: Bool
    var bytes: [UInt8]
}
