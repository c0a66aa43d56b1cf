import Desk

/// A canned reply or a signature.
package struct APIWording: Codable, Sendable, Equatable {
    package var id: String
    package var name: String
    /// null: for every mailbox that has none of its own.
    @OrNull package var mailbox: String?
    package var text: String

    init(_ wording: Wording) {
        id = wording.id.hex
        name = wording.name.value
        mailbox = wording.mailbox?.value
        text = wording.text
    }
}

package struct APICannedReplies: Codable, Sendable, Equatable {
    package var replies: [APIWording]
}

package struct APISignatures: Codable, Sendable, Equatable {
    package var signatures: [APIWording]
}
