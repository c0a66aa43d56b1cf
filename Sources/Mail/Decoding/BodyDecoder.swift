/// Undoes a transfer encoding (RFC 2045 §6).
enum BodyDecoder {
    /// The content; `isClean` is false when it had to be guessed in places.
    static func decode(
        _ body: UnsafeBufferPointer<UInt8>, _ encoding: TransferEncoding
    ) -> (bytes: [UInt8], isClean: Bool) {
        switch encoding {
        case .sevenBit, .eightBit, .binary, .unknown: (Array(body), true)
        case .quotedPrintable: QuotedPrintable.decode(body)
        case .base64: Base64.decode(body)
        case .uuencode: UUEncoding.decode(body)
        }
    }
}
