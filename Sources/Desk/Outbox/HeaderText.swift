import Mail

/// A stranger's words on their way into a header of ours (P17).
///
/// The composer refuses control characters, as it must; without this, whoever put one into a subject or a name could
/// make a ticket that nobody can answer. Subjects show what would be obeyed; names lose it; what is only an echo for a
/// mail program is left out.
enum HeaderText {
    static func line(_ text: String) -> String {
        TextSafety.singleLine(text)
    }

    static func name(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { TextSafety.isObeyed($0) ? " " : $0 }))
    }

    static func copied(_ text: String) -> String? {
        text.unicodeScalars.count <= Limits.subjectLength && !text.unicodeScalars.contains(where: TextSafety.isObeyed)
            ? text : nil
    }
}
