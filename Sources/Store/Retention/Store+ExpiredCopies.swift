package import Desk
package import Foundation
internal import Mail
internal import Vault

/// Ending the copies of imported mail on its server.
extension Store {
    package func dueCopies(
        of mailbox: MailboxName, under terms: RetentionTerms, horizon: Date, after copy: ServerCopy?
    ) async throws(StoreFailure) -> CopyPage {
        let choice = CopyChoice(mailbox: mailbox, terms: terms, horizon: horizon)
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try choice.page(DeskRecords(session, sealer: sealer), after: copy, limit: Limits.copiesChosen)
        }
    }

    package func recordedMails(_ mails: [FetchedMessage]) async throws(StoreFailure) -> Set<UInt32> {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            var recorded: Set<UInt32> = []
            for mail in mails {
                let message = MessageParser().parse(mail.bytes)
                let identity = records.hashes.identity(of: message)
                let hash = message.messageID.map(records.hashes.messageID) ?? identity
                if try records.isKnown(hash, identity: identity) { recorded.insert(mail.uid) }
            }
            return recorded
        }
    }

    package func forgetCopies(_ copies: [ServerCopy], of mailbox: MailboxName) async throws(StoreFailure) {
        try await engine.write { session throws(StoreFailure) in
            for copy in copies {
                let place: [SQLValue] = [
                    .text(mailbox.value), .text(copy.folder), .integer(copy.uidValidity), .integer(copy.uid),
                ]
                for table in ["server_copy", "expired_copy"] {
                    try session.run(
                        "DELETE FROM \(table) WHERE mailbox = ? AND folder = ? AND uid_validity = ? AND uid = ?", place)
                }
            }
        }
    }
}
