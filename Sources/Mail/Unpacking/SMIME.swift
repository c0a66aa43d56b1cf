/// What a `application/pkcs7-mime` part holds (RFC 8551 §3.2), as far as that can be told without any key: its type,
/// and for signed content the content itself. No signature is checked and nothing is decrypted.
enum SMIME {
    enum Kind: Equatable {
        /// Signed only: the signed octets are there in the clear (RFC 5652 §5.2).
        case signed([UInt8])
        case encrypted
        /// Certificates, compressed content, or damage.
        case other
    }

    static func isEnvelope(_ type: ContentType) -> Bool {
        type.mediaType == "application/pkcs7-mime" || type.mediaType == "application/x-pkcs7-mime"
    }

    /// `ContentInfo ::= SEQUENCE { contentType OBJECT IDENTIFIER, content [0] EXPLICIT ANY }` (RFC 5652 §3).
    static func kind(of bytes: [UInt8]) -> Kind {
        var outer = BERReader(bytes)
        guard var info = outer.next(0x30).map({ BERReader(bytes, $0) }), let type = info.next(0x06) else {
            return .other
        }
        // 1.2.840.113549.1.7.n, and 1.2.840.113549.1.9.16.1.23 for authenticated encryption.
        let pkcs7: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07]
        let authenticated: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x17]
        if bytes[type].elementsEqual(authenticated) { return .encrypted }
        guard type.count == 9, bytes[type].starts(with: pkcs7) else { return .other }
        switch bytes[type.upperBound - 1] {
        case 2: return signedContent(bytes, info).map { .signed($0) } ?? .other
        case 3, 4, 6: return .encrypted
        default: return .other
        }
    }

    /// `SignedData`: version, digest algorithms, then `SEQUENCE { eContentType, [0] EXPLICIT OCTET STRING }`.
    private static func signedContent(_ bytes: [UInt8], _ info: BERReader) -> [UInt8]? {
        var info = info
        guard let explicit = info.next(0xA0) else { return nil }
        var wrapper = BERReader(bytes, explicit)
        guard let sequence = wrapper.next(0x30) else { return nil }
        var signed = BERReader(bytes, sequence)
        guard signed.next(0x02) != nil, signed.next(0x31) != nil, let encapsulated = signed.next(0x30) else {
            return nil
        }
        var content = BERReader(bytes, encapsulated)
        guard content.next(0x06) != nil, let tagged = content.next(0xA0) else { return nil }
        var value = BERReader(bytes, tagged)
        return value.octetString()
    }
}
