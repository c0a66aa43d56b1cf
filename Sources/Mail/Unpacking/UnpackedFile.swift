/// A file that a part holds in a form that needs unpacking: uuencoded or in yEnc in the text, inside `winmail.dat`, or
/// in an S/MIME envelope that is only signed.
package struct UnpackedFile: Sendable, Equatable, CustomStringConvertible {
    /// Fit to be shown and offered for download, as `Attachment.filename` is.
    package let filename: String?
    package let mediaType: String
    package let contentID: String?
    package let bytes: [UInt8]
    /// Whether it stands inside a message that is itself attached.
    package let isNested: Bool

    /// `name` is as the sender wrote it.
    init(
        name: String?, mediaType: String? = nil, contentID: String? = nil, bytes: [UInt8], isNested: Bool = false
    ) {
        filename = name.flatMap { FileName.cleaned($0) }
        self.mediaType = mediaType.flatMap { Self.cleaned($0) } ?? "application/octet-stream"
        self.contentID = contentID
        self.bytes = bytes
        self.isNested = isNested
    }

    /// The same file, found inside an attached message.
    var nested: UnpackedFile {
        UnpackedFile(name: filename, mediaType: mediaType, contentID: contentID, bytes: bytes, isNested: true)
    }

    package var description: String { "<file>" }

    /// A media type made of tokens only (RFC 2045 §5.1), in lower case.
    private static func cleaned(_ type: String) -> String? {
        let halves = type.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isAtomTextOrDot) }) else {
            return nil
        }
        return type.lowercased()
    }
}

extension UInt8 {
    fileprivate var isAtomTextOrDot: Bool { self < 0x80 && (isAtomText || self == .dot) }
}
