/// An attachment as a ticket lists it, without its bytes.
package struct AttachmentSummary: Sendable, Equatable {
    package var id: AttachmentID
    package var filename: String?
    package var mediaType: String
    package var size: Int
    package var isInline: Bool
    package var contentID: String?

    package init(
        id: AttachmentID, filename: String?, mediaType: String, size: Int, isInline: Bool, contentID: String?
    ) {
        self.id = id
        self.filename = filename
        self.mediaType = mediaType
        self.size = size
        self.isInline = isInline
        self.contentID = contentID
    }
}
