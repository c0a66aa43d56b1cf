import Desk
package import Foundation

/// How the daemon stands, in counts and states.
package struct APIStatus: Codable, Sendable, Equatable {
    /// Programs that could not be told lately, and those that were given up.
    package struct WebhookCounts: Codable, Sendable, Equatable {
        package var failing: Int
        package var disabled: Int
    }

    package var startedAt: Date
    package var mailboxes: [APIMailbox]
    /// Counts by public state; every state is there.
    package var outbox: [String: Int]
    package var quarantine: Int
    package var quarantineUnseen: Int
    package var webhooks: WebhookCounts
    /// Why nothing may be sent; null when all is well.
    @OrNull package var sendingRefusal: String?
    /// What needs a human, the most pressing first.
    package var alarms: [APIAlarm]
    /// How much of the desk can be searched.
    package var search: APISearchCoverage

    init(_ status: DeskStatus) {
        startedAt = status.startedAt
        mailboxes = status.mailboxes.map { APIMailbox($0) }
        outbox = [:]
        for state in DeliveryState.allCases {
            outbox[state.publicName, default: 0] += status.outbox[state] ?? 0
        }
        quarantine = status.quarantine
        quarantineUnseen = status.quarantineUnseen
        webhooks = WebhookCounts(failing: status.webhooksFailing, disabled: status.webhooksDisabled)
        sendingRefusal = status.sendingRefusal
        alarms = status.alarms.map { APIAlarm($0) }
        search = APISearchCoverage(status.search)
    }
}

/// One mailbox and what it is doing.
package struct APIMailbox: Codable, Sendable, Equatable {
    package var name: String
    package var address: String
    package var state: String
    /// Whether it needs nobody.
    package var well: Bool
    /// What keeps it from working; null when nothing does.
    @OrNull package var problem: String?
    @OrNull package var lastSuccessAt: Date?
    package var imported: Int
    /// Null for a mailbox that signs in with a password.
    @OrNull package var signIn: APISignIn?

    init(_ line: DeskStatus.MailboxLine) {
        name = line.name.value
        address = line.address
        state = line.state.word
        well = line.state.isWell
        problem =
            switch line.state {
            case .backingOff(let failure, _), .stopped(let failure): "\(failure)"
            case .blocked(let failure): "\(failure)"
            case .starting, .connecting, .importing, .waiting: nil
            }
        lastSuccessAt = line.lastSuccessAt
        imported = line.imported
        signIn = line.signIn.map { APISignIn($0, of: line.name) }
    }
}

/// `GET /api/v1/mailboxes`.
package struct APIMailboxes: Codable, Sendable, Equatable {
    package var mailboxes: [APIMailbox]
}
