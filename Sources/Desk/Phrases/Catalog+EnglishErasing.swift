/// English, as far as the portal speaks of erasing and restricting. `{name}` stands for a value.
extension Catalog {
    static let englishErasing: [Phrase: String] = [
        .portalErasureTitle: "Erase everything",
        .portalErasureAbout: "Have all that we keep about you erased.",
        .portalErasureWhat: """
        {service} erases your name, your address and the key that opens your data, {messages} messages and \
        {attachments} files, our mails to you, and the copies in our mailbox. Afterwards nobody can bring it back.
        """,
        .portalErasureWaits: """
        It begins after {delay} hours. Until then your data is locked away, and you can take it back on this page.
        """,
        .portalErasureSure: "I want everything erased that you keep about me.",
        .portalErasureButton: "Erase everything",
        .portalErasureStays: """
        What stays tells nothing to anybody who does not know your address: a record that an erasure took place and, \
        if you unsubscribed, that wish. Where a law makes us keep something, it is locked away, and we write to you why.
        """,
        .portalErasureUntil: """
        You asked for it on {day}. It begins at {until}. Until then your data is locked away, and you can take it back.
        """,
        .portalErasureHeld: """
        You asked for it on {day}. Your data is locked away. Our data protection officer looks at it, \
        and we write to you by the last day that stands with your request.
        """,
        .portalErasureBack: "Keep my data",
        .portalErasureShared: """
        Your address belongs to a place and not to one person. Please write to {controller} and say \
        for whom you speak.
        """,
        .portalErasureBackTitle: "Nothing is erased",
        .portalErasureBackText: "You took it back. Your data is as it was.",
        .portalRestrictionTitle: "Restrict",
        .portalRestrictionAbout: "Have your data locked away instead of used.",
        .portalRestrictionIntro: """
        What we keep about you until now is locked away: our staff cannot read it, and nothing is done with it. \
        What you write to us later is answered. Before the restriction ends we tell you.
        """,
        .portalRestrictionSince: "Since {day}",
        .portalRestrictionKind: "Why?",
        .portalRestrictionWords: "Your words, if you like",
        .portalRestrictionButton: "Lock my data away",
        .portalRestrictionNote: "It is in force as soon as this page answers. You need not prove anything here.",
        .portalGroundAccuracy: "Something about me is wrong, and shall be looked at (Art. 18(1)(a) GDPR)",
        .portalGroundUnlawful: "You should not have it, but I do not want it erased (Art. 18(1)(b) GDPR)",
        .portalGroundClaims: "You do not need it any more, but I do, for a legal claim (Art. 18(1)(c) GDPR)",
        .portalGroundObjection: "I object to your using my data (Art. 21(1) GDPR)",
        .portalGroundHold: "A law makes us keep it; it is locked away instead of erased (Art. 17(3) GDPR)",
        .portalGroundErasure: "You asked us to erase it, and it waits",
    ]
}
