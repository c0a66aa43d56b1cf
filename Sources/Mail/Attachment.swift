/// A part of a message that a person opens as a file, not reads as the text of the mail.
package struct Attachment: Sendable, CustomStringConvertible {
    package let part: Part
    /// Fit to be shown and offered for download; never a path. `nil` when nothing usable was given.
    package let filename: String?
    package let mediaType: String
    package let contentID: String?
    /// Shown inside the text (RFC 2392) instead of beside it.
    package let isInline: Bool
    /// Octets of the content, its transfer encoding undone.
    package let size: Int
    /// Whether it stands inside a message that is itself attached.
    package let isNested: Bool

    package var description: String { "<attachment>" }
}
