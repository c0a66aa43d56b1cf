/// The bounds of unpacking what a mail carries in forms of its own.
extension Limits {
    /// RTF read from one mail: text of 600 pages; what is larger holds pictures.
    static let rtfOctets = 4 * 1_024 * 1_024
    /// RTF 1.9.1: "a control word … is limited to 32 letters".
    static let rtfWordOctets = 32
    /// Open groups of RTF: Word nests about 20 deep.
    static let rtfDepth = 128
    /// Fonts whose code page is remembered.
    static let rtfFonts = 1_000
    /// Characters that stand for one in programs without Unicode: two octets at most in practice.
    static let rtfFallback = 16
    /// Values nested in one another without a length, before those that we look at: S/MIME needs five.
    static let berDepth = 16
    /// The nesting that a message must still be allowed for a signed one in it to be opened.
    static let signedDepth = 16
}
