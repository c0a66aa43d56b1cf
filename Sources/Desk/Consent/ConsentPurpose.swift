package import Foundation

/// One thing people may consent to, and nothing else: each has a form, a text and records of its own (Art. 7(2)).
package struct ConsentPurpose: Sendable, Equatable {
    package var code: ShortName
    /// Which mailbox writes about it; nil is the first.
    package var mailbox: MailboxName?
    /// A consent does not expire by law; after so many months somebody is reminded to ask anew (EDPB 05/2020 ¶110).
    package var reviewMonths: Int
    /// Offered directly to children: their age is asked (Art. 8).
    package var isForChildren: Bool
    package var createdAt: Date
    /// From then on nobody is asked any more, and no consent counts.
    package var closedAt: Date?
    /// Every version there ever was, oldest first.
    package var texts: [ConsentText]

    package init(
        code: ShortName, mailbox: MailboxName?, reviewMonths: Int, isForChildren: Bool, createdAt: Date,
        closedAt: Date? = nil, texts: [ConsentText]
    ) {
        self.code = code
        self.mailbox = mailbox
        self.reviewMonths = reviewMonths
        self.isForChildren = isForChildren
        self.createdAt = createdAt
        self.closedAt = closedAt
        self.texts = texts
    }

    package var isOpen: Bool { closedAt == nil }

    package func text(_ version: ConsentTextVersion) -> ConsentText? {
        texts.first { $0.version == version }
    }

    /// The words that hold now in a language.
    package func newest(in language: Language) -> ConsentText? {
        texts.last { $0.version.language == language }
    }

    /// In the language of the reader, or in any there is.
    package func shown(in language: Language) -> ConsentText? {
        newest(in: language) ?? Language.allCases.lazy.compactMap { newest(in: $0) }.first
    }
}

/// What an operator says of a new purpose, or of new words for one.
package struct ConsentPurposeDraft: Sendable, Equatable {
    package struct Text: Sendable, Equatable {
        package var language: Language
        package var title: String
        package var text: String
        /// nil is the sentence of the program.
        package var withdrawal: String?

        package init(language: Language, title: String, text: String, withdrawal: String?) {
            self.language = language
            self.title = title
            self.text = text
            self.withdrawal = withdrawal
        }
    }

    package var code: ShortName
    package var mailbox: MailboxName?
    package var reviewMonths: Int
    package var isForChildren: Bool
    package var text: Text

    package init(
        code: ShortName, mailbox: MailboxName?, reviewMonths: Int, isForChildren: Bool, text: Text
    ) {
        self.code = code
        self.mailbox = mailbox
        self.reviewMonths = reviewMonths
        self.isForChildren = isForChildren
        self.text = text
    }

    /// Looks the words over first, as they are looked over when somebody saves a canned reply.
    package func validate() throws(DeskRefusal) {
        guard (1...Limits.consentReviewMonthsMaximum).contains(reviewMonths) else {
            throw .invalid(field: "reviewMonths", expected: "1–\(Limits.consentReviewMonthsMaximum)")
        }
        let parts: [(field: String, text: String, most: Int)] = [
            ("title", text.title, Limits.lineBytes), ("text", text.text, Limits.consentTextBytes),
            ("withdrawal", text.withdrawal ?? "x", Limits.lineBytes),
        ]
        for part in parts {
            guard part.text.contains(where: { !$0.isWhitespace }), part.text.utf8.count <= part.most else {
                throw .invalid(field: part.field, expected: "1–\(part.most) bytes")
            }
        }
        guard text.title.isOneLine else { throw .invalid(field: "title", expected: "one line") }
        let problems = ConsentLint.problems(ofPurpose: text)
        guard problems.isEmpty else {
            throw .invalid(
                field: "text",
                expected: "words somebody can consent to. "
                    + problems.prefix(Limits.problemsNamed).joined(separator: "; "))
        }
    }
}
