/// Columns of the alarms and of the news for staff. They tell how the desk stands, never anything of a person.
extension FieldDictionary {
    static let alarms = [
        FieldEntry("alarm", "kind", .clear, "what needs a human"),
        FieldEntry("alarm", "mailbox", .clear, "which mailbox it is about, or nothing"),
        FieldEntry("alarm", "since", .clear, "since when it stands"),
        FieldEntry("alarm", "gone_at", .clear, "since when its cause is gone"),
        FieldEntry("alarm", "told_at", .clear, "when somebody was told; a restart tells nobody again"),
        FieldEntry("alarm", "tried_at", .clear, "when telling failed"),
        FieldEntry("alarm", "is_unmailed", .clear, "whether it could not be mailed"),
        FieldEntry("news", "ticket", .clear, "which ticket got mail that staff were not told of yet"),
        FieldEntry("news", "mailbox", .clear, "where it came in"),
        FieldEntry("news", "messages", .clear, "how many"),
        FieldEntry("news", "is_new", .clear, "whether the ticket is new"),
    ]
}
