internal import Desk

/// One command under way and what has been answered to it so far. Lives inside its session.
///
/// Replies carry no tag until the last one, so each exchange says which untagged replies it waits for.
final class IMAPExchange {
    enum Wants {
        case nothing
        case selection
        case listing(after: UInt32)
        case bodies(Set<UInt32>, headersOnly: Bool)
        case copies(Set<UInt32>)
        case idling
        case search
    }

    let tag: [UInt8]
    let wants: Wants
    /// The tagged reply: the exchange is over.
    var status: IMAPStatus?
    var hasContinuation = false
    var saidDone = false
    var uidValidity: UInt32?
    var nextUID: UInt32?
    private(set) var bodies: [UInt32: [UInt8]] = [:]
    private(set) var listed: [UInt32: ListedMessage] = [:]
    private(set) var matches: [UInt32] = []
    private(set) var copies: [UInt32: (uidValidity: UInt32, uid: UInt32)] = [:]

    init(tag: [UInt8], wants: Wants) {
        self.tag = tag
        self.wants = wants
    }

    var isIdling: Bool { if case .idling = wants { true } else { false } }
    var isSelection: Bool { if case .selection = wants { true } else { false } }

    /// True when the reply was for this exchange. The first answer for a UID counts; repetitions are dropped.
    func take(_ fetch: IMAPFetch) -> Bool {
        guard let uid = fetch.uid else { return false }
        switch wants {
        case .bodies(let uids, let headersOnly):
            guard let body = headersOnly ? fetch.header : fetch.whole, uids.contains(uid) else { return false }
            // A message that is gone or came empty is absent (gdpr.md C6 12).
            if bodies[uid] == nil, case .bytes(let bytes) = body, !bytes.isEmpty { bodies[uid] = bytes }
            return true
        case .listing(let after):
            guard let size = fetch.size else { return false }
            // `n:*` always names the last message, even below n.
            guard uid > after, listed[uid] == nil else { return true }
            listed[uid] = ListedMessage(
                uid: uid, size: size, internalDate: fetch.internalDate, isSeen: fetch.isSeen ?? false)
            if listed.count >= 2 * Limits.listed { keepLowest() }
            return true
        default: return false
        }
    }

    /// True when this exchange asked for it. RFC 3501 §6.4.8 allows no two searches at once without tags; the first one
    /// that waits gets the answer.
    func take(matches uids: [UInt32]) -> Bool {
        guard case .search = wants, uids.count <= Limits.uidsPerSet else { return false }
        matches += uids
        return true
    }

    /// True when these copies are of messages this exchange moves or copies.
    func take(uidValidity: UInt32, from: UIDSet, to: UIDSet) -> Bool {
        guard case .copies(let uids) = wants else { return false }
        let old = from.uids
        let new = to.uids
        guard old.count == new.count, let first = old.first, uids.contains(first) else { return false }
        for (old, new) in zip(old, new) where uids.contains(old) { copies[old] = (uidValidity, new) }
        return true
    }

    var lowestListed: [ListedMessage] {
        Array(listed.values.sorted { $0.uid < $1.uid }.prefix(Limits.listed))
    }

    private func keepLowest() {
        listed = Dictionary(uniqueKeysWithValues: lowestListed.map { ($0.uid, $0) })
    }
}
