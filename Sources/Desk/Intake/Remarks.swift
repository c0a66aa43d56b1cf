import Mail

/// What an agent should know about a mail besides its text, as short fixed words. Never the mail's own words.
enum Remarks {
    static func of(_ message: Message, in context: IntakeContext) -> [String] {
        var remarks: [String] = []
        if context.identity == .sameMessageIDOnly { remarks.append("duplicate-message-id") }
        switch context.authorship.standing {
        case .failed: remarks.append("sender-failed-authentication")
        case .unverified: remarks.append("sender-unverified")
        case .verified: break
        }
        if context.authorship.isAmbiguous { remarks.append("several-authors") }
        if context.authorship.divergentReplyTo != nil { remarks.append("reply-to-differs") }
        if context.isRestricted { remarks.append("restricted") }
        return remarks
    }
}
