import Desk
package import Foundation

/// Mails that could not be read: sizes and reasons.
package struct APIQuarantine: Codable, Sendable, Equatable {
    package struct Mail: Codable, Sendable, Equatable {
        package var id: String
        package var mailbox: String
        package var folder: String
        package var uid: UInt32
        package var size: Int
        package var reason: String
        package var at: Date
        @OrNull package var ticket: Int64?
        /// When somebody looked at it first; it is deleted at `expiresAt`, and never when both are null.
        @OrNull package var lookedAt: Date?
        @OrNull package var expiresAt: Date?

        init(_ mail: QuarantinedMail) {
            id = mail.id.hex
            mailbox = mail.mailbox.value
            folder = mail.folder
            uid = mail.uid
            size = mail.size
            reason = mail.reason
            at = mail.at
            ticket = mail.ticket?.value
            lookedAt = mail.lookedAt
            expiresAt = mail.expiresAt
        }
    }

    package var quarantine: [Mail]
}

/// One of them, with the beginning of its text.
package struct APIQuarantineLook: Codable, Sendable, Equatable {
    package var mail: APIQuarantine.Mail
    package var text: String
    package var cut: Bool

    init(_ view: QuarantineView) {
        mail = APIQuarantine.Mail(view.mail)
        text = view.text.text
        cut = view.text.isCut
    }
}

/// Where a released mail is.
package struct APIReleased: Codable, Sendable, Equatable {
    package var ticket: Int64
}
