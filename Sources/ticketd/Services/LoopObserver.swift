import Desk
import Foundation
import Post
import Vault

/// Turns what the loops of one mailbox see into log lines and metrics: ids, counts and words of ours.
struct LoopObserver: Sendable {
    let mailbox: PlainName
    let log: Log
    let metrics: MetricsRegistry

    func saw(_ observation: MailboxWatcher.Observation) {
        let label = PublicWord(mailbox)
        switch observation {
        case .opened(let folder):
            log(.mailboxConnected(mailbox, pushes: folder.canIdle))
        case .renumbered:
            log(.uidValidityChanged(mailbox))
        case .imported(let count):
            metrics.add(count, to: .imapMessages, [label, "imported"])
            log(.mailImported(mailbox, messages: count, ignored: 0, took: .zero))
        case .failed(.loginRefused, _):
            log(.loginRefused(mailbox))
        case .failed(let failure, let tries):
            log(.mailboxLost(mailbox, cause: failure.word, retryIn: .seconds(60 * min(tries, 30))))
        case .storeFailed(let failure):
            log(.storeReadOnly(reason: failure.word))
        }
    }

    func saw(_ observation: OutboxWorker.Observation) {
        switch observation {
        case .settled(let entry, let settlement): settled(entry.object.bytes, settlement)
        case .loginRefused: log(.loginRefused(mailbox))
        case .storeFailed(let failure): log(.storeReadOnly(reason: failure.word))
        }
    }

    func saw(_ observation: TokenKeeper.Observation) {
        switch observation {
        case .signedIn: log(.signedIn(mailbox))
        case .renewed: log(.tokenRenewed(mailbox))
        case .failed(let refusal): log(.tokenNotRenewed(mailbox, cause: PublicWord(refusal)))
        case .refused(let refusal): log(.tokenRefused(mailbox, cause: PublicWord(refusal)))
        case .storeFailed(let failure): log(.storeReadOnly(reason: failure.word))
        }
    }

    private func settled(_ entry: [UInt8], _ settlement: Settlement) {
        switch settlement {
        case .sent(let reply):
            metrics.add(to: .smtpAttempts, [code(reply)])
            log(.mailSent(mailbox, entry: entry, attempts: 1))
        case .deferred(_, let reply):
            metrics.add(to: .smtpAttempts, [code(reply)])
            log(.mailDeferred(mailbox, entry: entry, reply: number(reply), retryIn: .zero))
        case .failed(_, let reply):
            metrics.add(to: .smtpAttempts, [code(reply)])
            log(.mailFailed(mailbox, entry: entry, reply: number(reply)))
        case .suppressed:
            log(.mailSuppressed(mailbox, entry: entry, reason: "unsubscribed"))
        case .unknown:
            log(.mailUnknown(mailbox, entry: entry))
        case .released:
            log(.mailDeferred(mailbox, entry: entry, reply: nil, retryIn: .seconds(60)))
        }
    }

    private func number(_ reply: String?) -> Int? {
        reply.flatMap { $0.split(separator: " ").first }.flatMap { Int($0) }
    }

    private func code(_ reply: String?) -> PublicWord { PublicWord(code: number(reply) ?? 0) }
}
