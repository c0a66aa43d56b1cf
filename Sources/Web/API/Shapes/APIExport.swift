import Desk
package import Foundation

/// A copy for a person: what became of it, and how much is in it.
package struct APIExport: Codable, Sendable, Equatable {
    package var id: String
    package var kind: String
    package var state: String
    /// nil once the person was erased.
    @OrNull package var person: String?
    @OrNull package var request: String?
    package var how: String
    package var author: String
    package var askedAt: Date
    @OrNull package var readyAt: Date?
    @OrNull package var expiresAt: Date?
    @OrNull package var goneAt: Date?
    /// When it was handed to its person as the answer to a request.
    @OrNull package var handedAt: Date?
    @OrNull package var bytes: Int?
    @OrNull package var messages: Int?
    @OrNull package var attachments: Int?
    /// Places where somebody else's address or name was covered, files and messages that were held back.
    @OrNull package var covered: Int?

    init(_ export: Export) {
        id = export.id.hex
        kind = export.kind.rawValue
        state = export.state.rawValue
        person = export.person?.hex
        request = export.request?.hex
        how = export.how.rawValue
        author = export.author
        askedAt = export.askedAt
        readyAt = export.readyAt
        expiresAt = export.expiresAt
        goneAt = export.goneAt
        handedAt = export.handedAt
        bytes = export.contents?.bytes
        messages = export.contents?.messages
        attachments = export.contents?.attachments
        covered = export.contents?.covered
    }
}

package struct APIExports: Codable, Sendable, Equatable {
    package var exports: [APIExport]
}
