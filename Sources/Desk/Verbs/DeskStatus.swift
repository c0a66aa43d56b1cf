package import Foundation

/// How the daemon stands, in counts and states.
package struct DeskStatus: Sendable, Equatable {
    package struct MailboxLine: Sendable, Equatable {
        package var name: MailboxName
        package var address: String
        package var state: MailboxState
        package var lastSuccessAt: Date?
        package var imported: Int
        /// nil for a mailbox that signs in with a password.
        package var signIn: SignInStatus?

        package init(name: MailboxName, address: String, state: MailboxState, lastSuccessAt: Date?, imported: Int) {
            self.name = name
            self.address = address
            self.state = state
            self.lastSuccessAt = lastSuccessAt
            self.imported = imported
        }
    }

    package var startedAt: Date
    package var mailboxes: [MailboxLine]
    package var outbox: [DeliveryState: Int]
    package var quarantine: Int
    /// Of these, how many nobody has looked at.
    package var quarantineUnseen: Int
    package var sendingRefusal: String?
    /// Programs that could not be told lately, and those that were given up.
    package var webhooksFailing = 0
    package var webhooksDisabled = 0
    /// What stands in the book of alarms, the most pressing first.
    package var alarms: [Alarm]
    /// How much of the desk can be searched.
    package var search = SearchCoverage.off

    package init(
        startedAt: Date, mailboxes: [MailboxLine], outbox: [DeliveryState: Int], quarantine: Int,
        quarantineUnseen: Int, sendingRefusal: String?, alarms: [Alarm] = []
    ) {
        self.startedAt = startedAt
        self.mailboxes = mailboxes
        self.outbox = outbox
        self.quarantine = quarantine
        self.quarantineUnseen = quarantineUnseen
        self.sendingRefusal = sendingRefusal
        self.alarms = alarms
    }
}

package struct Readiness: Sendable, Equatable {
    /// What keeps the desk from its work.
    package var problems: [String]
    /// What needs a human while the work goes on.
    package var remarks: [String]
    package var isReady: Bool { problems.isEmpty }

    package init(problems: [String], remarks: [String] = []) {
        self.problems = problems
        self.remarks = remarks
    }
}
