/// How the octets of a body were written down (RFC 2045 §6), with the two non-standard forms still met.
package enum TransferEncoding: UInt8, Sendable, Equatable {
    case sevenBit
    case eightBit
    case binary
    case quotedPrintable
    case base64
    case uuencode
    /// A mechanism nobody knows: the octets are kept as they came (RFC 2045 §6.4).
    case unknown

    /// Whether the octets of the body are the octets of the content.
    package var isIdentity: Bool {
        switch self {
        case .sevenBit, .eightBit, .binary, .unknown: true
        case .quotedPrintable, .base64, .uuencode: false
        }
    }
}
