/// The bounds of turning HTML into text. Beyond one of them the text is cut and carries the defect that says so.
extension Limits {
    /// HTML read from one part: real mail stays below 1 MiB, and what is beyond is style, not text.
    static let htmlOctets = 4 * 1_024 * 1_024
    /// Text made from one mail: about 600 pages; more would only be a burden to store and show.
    static let readableOctets = 2 * 1_024 * 1_024
    /// Open elements: layout tables nest some 40 deep; deeper ones keep their text and lose their effect.
    static let htmlDepth = 128
    /// No element or attribute that means anything to us has a longer name.
    static let htmlNameOctets = 24
    /// Attributes of one tag.
    static let htmlAttributes = 64
    /// One attribute value: the longest tracking links are about 4 KiB.
    static let htmlAttributeOctets = 16 * 1_024
    /// Where a charset may be named (WHATWG HTML §13.2.3.2 looks at 1,024 octets; Word writes more before it).
    static let htmlHeadOctets = 4_096
    /// Octets of one `<style>` element: mail programs cut mails at about 100 KiB.
    static let styleOctets = 256 * 1_024
    /// Rules that hide something; the others are not kept.
    static let styleRules = 2_000
    /// Classes of one element that are looked up.
    static let styleClasses = 16
    /// One selector: longer ones are lists of conditions.
    static let styleSelectorOctets = 200
    /// No-break spaces in a row: indents and columns made by hand.
    static let keptSpaces = 40
    /// Columns that one table cell may take up.
    static let columnSpan = 20
    /// The longest name in the table has 16 letters.
    static let htmlEntityOctets = 24
    /// The longest name that is read without a semicolon has 6.
    static let htmlLegacyEntityOctets = 6
    /// A link target that is shown: longer ones push the text they belong to out of sight.
    static let linkTargetOctets = 2_000
    /// `> ` marks and list indents in front of a line.
    static let quoteDepth = 12
    static let listDepth = 12
    /// Empty lines in a row are cut to two.
    static let lineBreaks = 3
    /// Different words of a text that are compared with its other form.
    static let comparedWords = 20_000
    /// Longer runs without white space are not words.
    static let comparedWordOctets = 256
    /// So many words more in one form than in the other are not a greeting, a menu or a footer.
    static let differingWords = 12
    /// A plain form with fewer than one word for ten of the HTML form stands for nothing.
    static let stubRatio = 10
    /// 60 octets in base64url.
    static let unsubscribeTokenLength = 80
    /// 128 bits in base32.
    static let replyTokenLength = 26
    /// Octets of a line that are looked at for the sign of a quote.
    static let quoteLineOctets = 1_000
    /// Lines over which Outlook's header block may be spread: each field can wrap.
    static let quoteHeaderLines = 12
    /// Lines of one `On … wrote:` sentence, as 72-column programs break it.
    static let attributionLines = 4
    /// Its length: a date, a name and an address.
    static let attributionOctets = 400
}
