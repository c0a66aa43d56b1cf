import Logging

/// What the daemon says about people's rights: that something was done, never for whom.
extension LogEvent {
    static func unsubscribed(how: PublicWord) -> LogEvent {
        LogEvent(.info, "unsubscribed", "an address was unsubscribed", [.word("how", how)])
    }

    static func erased(erasure: [UInt8]) -> LogEvent {
        LogEvent(.notice, "erased", "a person's data was erased", [.id("erasure", erasure)])
    }

    static func erasureResidue(erasure: [UInt8]) -> LogEvent {
        LogEvent(
            .error, "erasure-residue", "marks of an erased person were found in the files; see `ticketd erasures show`",
            [.id("erasure", erasure)])
    }

    static func erasureWaits(erasure: [UInt8], reason: PublicWord) -> LogEvent {
        LogEvent(
            .warning, "erasure-waits", "an erasure waits; see `ticketd erasures list`",
            [.id("erasure", erasure), .word("reason", reason)])
    }

    static func linksSent(_ sent: Int, of asked: Int) -> LogEvent {
        LogEvent(
            .info, "links-sent", "people asked for a link to their data",
            [.count("asked", asked), .count("sent", sent)])
    }

    static func retentionRan(_ mailbox: PlainName, deleted: Int, kept: Int) -> LogEvent {
        LogEvent(
            .notice, "retention-ran", "retention deleted what was due",
            [.mailbox(mailbox), .count("deleted", deleted), .count("kept", kept)])
    }

    static func retentionWaits(_ mailbox: PlainName, would: Int) -> LogEvent {
        LogEvent(
            .warning, "retention-waits", "retention would delete much and waits; run `ticketd retention approve`",
            [.mailbox(mailbox), .count("would_delete", would)])
    }

    static func clockDue(_ kind: PublicWord, request: [UInt8], left: Duration) -> LogEvent {
        LogEvent(
            .warning, "clock-due", "a legal deadline is near",
            [.word("clock", kind), .id("request", request), .duration("left", left)])
    }

    static func auditAnchor(sequence: Int, digest: [UInt8]) -> LogEvent {
        LogEvent(
            .notice, "audit-anchor", "the audit log stands here",
            [.count("sequence", sequence), .id("digest", digest)])
    }

    static func keysRotated(epoch: Int) -> LogEvent {
        LogEvent(
            .notice, "keys-rotated", "every person's key is wrapped anew and the older wrapping keys are destroyed",
            [.count("epoch", epoch)])
    }

    static func keyRotationFailed(reason: PublicWord) -> LogEvent {
        LogEvent(
            .error, "key-rotation-failed", "people's keys could not be wrapped anew; it is tried again",
            [.word("reason", reason)])
    }

    static func ledgerAnchor(sequence: Int, digest: [UInt8]) -> LogEvent {
        LogEvent(
            .notice, "ledger-anchor", "the erasure ledger stands here",
            [.count("sequence", sequence), .id("digest", digest)])
    }

    static func ledgerCopiesBehind(_ copies: Int, of all: Int) -> LogEvent {
        LogEvent(
            .error, "ledger-copies-behind", "copies of the erasure ledger lack lines; `ticketd check` names them",
            [.count("behind", copies), .count("copies", all)])
    }

    static func auditAnchorFailed(reason: PublicWord) -> LogEvent {
        LogEvent(
            .error, "audit-anchor-failed", "the end of the audit log could not be read",
            [.word("reason", reason)])
    }

    static func ledgerReplayed(entries: Int) -> LogEvent {
        LogEvent(
            .notice, "ledger-replayed", "erasures after the backup were applied again", [.count("entries", entries)])
    }
}
