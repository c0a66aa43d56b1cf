package import Foundation

/// An answer somebody is writing, kept until it is sent, thrown away or forgotten. One for each author and ticket.
package struct Draft: Sendable, Equatable {
    /// `Principal.auditName` of who writes it.
    package var author: String
    /// The name colleagues know the author by.
    package var name: String
    package var text: String
    /// The version of the ticket when it was last saved.
    package var version: Int64
    /// To the minute: staff are not timed to the second.
    package var begunAt: Date
    package var savedAt: Date

    package init(author: String, name: String, text: String, version: Int64, begunAt: Date, savedAt: Date) {
        self.author = author
        self.name = name
        self.text = text
        self.version = version
        self.begunAt = begunAt
        self.savedAt = savedAt
    }
}

/// One's own draft, beside who else is at the ticket.
package struct DraftView: Sendable, Equatable {
    package var draft: Draft
    /// The version the ticket has now; another one than the draft's means that something happened since it was saved.
    package var currentVersion: Int64
    package var colleagues: [Colleague]

    package init(draft: Draft, currentVersion: Int64, colleagues: [Colleague]) {
        self.draft = draft
        self.currentVersion = currentVersion
        self.colleagues = colleagues
    }
}
