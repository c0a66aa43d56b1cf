/// A file that goes out with a mail. The name is a suggestion to the reader; the type falls back to
/// `application/octet-stream` when it is not a plain `type/subtype` that may be base64 (RFC 2046 §5.2.1 forbids it for
/// `message`, RFC 2045 §6.4 for `multipart`).
package struct ComposedAttachment: Sendable, Equatable {
    package let filename: String
    package let mediaType: String
    package let bytes: [UInt8]

    package init(filename: String, mediaType: String, bytes: [UInt8]) {
        self.filename = filename
        self.mediaType = mediaType
        self.bytes = bytes
    }

    /// The media type as it is written.
    var writtenMediaType: String {
        let parts = mediaType.lowercased().split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ Self.isToken($0) }), parts[0] != "multipart", parts[0] != "message"
        else { return "application/octet-stream" }
        return parts[0] + "/" + parts[1]
    }

    /// The name as it is written; never empty.
    var writtenFilename: String { FileName.cleaned(filename) ?? "attachment" }

    private static func isToken(_ text: Substring) -> Bool {
        // RFC 6838 §4.2: restricted names.
        !text.isEmpty && text.utf8.count <= Limits.mediaTypeNameLength
            && text.utf8.allSatisfy { byte in
                (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7A) || "!#$&-^_.+".utf8.contains(byte)
            }
    }
}
