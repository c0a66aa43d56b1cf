import Desk
package import Foundation

/// Mails that could not be read. Sizes and reasons only.
package struct APIQuarantine: Codable, Sendable, Equatable {
    package struct Mail: Codable, Sendable, Equatable {
        package var id: String
        package var mailbox: String
        package var uid: UInt32
        package var size: Int
        package var reason: String
        package var at: Date
        @OrNull package var ticket: Int64?

        init(_ mail: QuarantinedMail) {
            id = mail.id.hex
            mailbox = mail.mailbox.value
            uid = mail.uid
            size = mail.size
            reason = mail.reason
            at = mail.at
            ticket = mail.ticket?.value
        }
    }

    package var quarantine: [Mail]
}
