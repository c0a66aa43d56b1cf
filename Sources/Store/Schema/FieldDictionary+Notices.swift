/// Columns of the record of which privacy notice was shown to whom.
extension FieldDictionary {
    static let notices = [
        FieldEntry("notice_version", "version", .clear, "a hash of the words"),
        FieldEntry("notice_version", "language", .clear, "their language"),
        FieldEntry("notice_version", "first_at", .clear, "when they were first shown to somebody"),
        FieldEntry("notice_version", "content", .clear, "the words, which anybody can read at /privacy"),
        FieldEntry("notice_shown", "person", .pseudonymous, "who was informed (Art. 13, 14); goes with an erasure"),
        FieldEntry("notice_shown", "version", .clear, "of which words"),
        FieldEntry("notice_shown", "entry", .pseudonymous, "by which mail"),
        FieldEntry("notice_shown", "at", .clear, "when, to the minute"),
    ]
}
