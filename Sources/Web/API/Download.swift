import Mail

/// The bytes of a stranger's file, as something to save and never to show: a browser obeys nothing inside it (P17).
enum Download {
    static func response(filename: String?, mediaType: String, bytes: [UInt8]) -> WebResponse {
        WebResponse(
            status: 200,
            headers: [
                ("Content-Type", isMediaType(mediaType) ? mediaType : "application/octet-stream"),
                ("Content-Disposition", disposition(filename ?? "attachment")),
                ("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'"),
            ],
            body: bytes)
    }

    /// A plain name for old readers and the whole name in RFC 8187 form (RFC 6266 §4.3, appendix D).
    private static func disposition(_ filename: String) -> String {
        let name = FileName.cleaned(filename) ?? "attachment"
        let plain = String(
            String.UnicodeScalarView(
                name.unicodeScalars.map {
                    (0x20...0x7E).contains($0.value) && !"\"\\%;".unicodeScalars.contains($0) ? $0 : "_"
                }))
        let extended = name.utf8.map(percentEncoded).joined()
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(extended)"
    }

    private static func percentEncoded(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            return String(UnicodeScalar(byte))
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.utf8.count == 1 ? "%0" + digits : "%" + digits
        }
    }

    private static func isMediaType(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        // RFC 6838 §4.2.
        return parts.count == 2
            && parts.allSatisfy { part in
                (1...127).contains(part.utf8.count)
                    && part.utf8.allSatisfy { byte in
                        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                            || "!#$&-^_.+".utf8.contains(byte)
                    }
            }
    }
}
