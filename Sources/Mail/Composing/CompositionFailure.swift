/// Why a mail was not composed. Each case is a fault of what was handed in; none goes away by trying again.
package enum CompositionFailure: Error, Equatable, Sendable {
    /// A value for the named header holds CR, LF, NUL or another control character, or is not what the header takes.
    case unsafeHeaderValue(header: String)
    /// An address that needs SMTPUTF8; what we send is 7-bit.
    case addressNotASCII
    /// No sentence for the footer: a link that nobody can see is no way out.
    case missingFooter
    /// The boundary seed is shorter than 16 octets.
    case seedTooShort
    /// Text or attachments beyond `Limits.composedOctets`.
    case tooLarge

    package var isTransient: Bool { false }
}
