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

    static func breachSuspected(_ candidates: Int) -> LogEvent {
        LogEvent(
            .warning, "breach-suspected",
            "something may be a breach of personal data; see `ticketd breaches candidates`",
            [.count("candidates", candidates)])
    }

    static func linksSent(_ sent: Int, of asked: Int) -> LogEvent {
        LogEvent(
            .info, "links-sent", "people asked for a link to their data",
            [.count("asked", asked), .count("sent", sent)])
    }

    static func exportMade(export: [UInt8]) -> LogEvent {
        LogEvent(.notice, "export-made", "a copy for a person is ready", [.id("export", export)])
    }

    static func exportsEnded(_ count: Int) -> LogEvent {
        LogEvent(.notice, "exports-ended", "copies for people were shredded", [.count("copies", count)])
    }

    static func exportWaits(export: [UInt8]) -> LogEvent {
        LogEvent(
            .warning, "export-waits", "what a copy is made of keeps changing; it is tried again",
            [.id("export", export)])
    }

    static func retentionRan(_ mailbox: PlainName, tickets: Int, files: Int, people: Int) -> LogEvent {
        LogEvent(
            .notice, "retention-ran", "retention deleted what was due",
            [
                .mailbox(mailbox), .count("tickets", tickets), .count("files", files), .count("people", people),
            ])
    }

    static func retentionCopies(_ mailbox: PlainName, removed: Int, left: Int) -> LogEvent {
        LogEvent(
            left > 0 ? .warning : .notice, "retention-copies",
            "copies of imported mail were expunged on their server; what is left is not ours, or cannot be removed",
            [.mailbox(mailbox), .count("removed", removed), .count("left", left)])
    }

    static func retentionCopiesBlocked(_ mailbox: PlainName) -> LogEvent {
        LogEvent(
            .warning, "retention-copies-blocked",
            "the mail server could not be asked for copies whose time is over; it is tried again in a day",
            [.mailbox(mailbox)])
    }

    static func retentionWaits(_ mailbox: PlainName, would: Int) -> LogEvent {
        LogEvent(
            .warning, "retention-waits", "retention would delete much and waits; run `ticketd retention approve`",
            [.mailbox(mailbox), .count("would_delete", would)])
    }

    static func retentionNotMailed(_ mailbox: PlainName) -> LogEvent {
        LogEvent(
            .error, "retention-not-mailed", "what retention would delete could not be mailed; it is tried again",
            [.mailbox(mailbox)])
    }

    static func retentionPaused(jump: Duration) -> LogEvent {
        LogEvent(
            .error, "retention-paused",
            "nothing is deleted: the clock went forward; run `ticketd retention run --confirm-clock` if it is right",
            [.duration("jump", jump)])
    }

    static func clockDue(_ kind: PublicWord, request: [UInt8], left: Duration) -> LogEvent {
        LogEvent(
            .warning, "clock-due", "a legal deadline is near",
            [.word("clock", kind), .id("request", request), .duration("left", left)])
    }

    static func requestDue(request: [UInt8], stage: PublicWord, isTold: Bool) -> LogEvent {
        LogEvent(
            .warning, "request-due", "the answer to a request of a person is due; see `ticketd requests list`",
            [.id("request", request), .word("stage", stage), .word("told", isTold ? "yes" : "no")])
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

    static func anchorMailed(_ isTaken: Bool) -> LogEvent {
        isTaken
            ? LogEvent(.info, "anchor-mailed", "the end of the audit log was mailed to the data protection officer", [])
            : LogEvent(
                .warning, "anchor-unmailed",
                "no server took the mail with the end of the audit log, and it is tried again", [])
    }

    static func breachKitWritten(_ isWritten: Bool) -> LogEvent {
        isWritten
            ? LogEvent(.info, "breach-kit-written", "the kit of an open breach was written", [])
            : LogEvent(
                .error, "breach-kit-failed",
                "the kit of an open breach could not be written; see that [privacy] breach_kits can be written to", [])
    }

    static func officerReminded(tasks: Int, isTold: Bool) -> LogEvent {
        isTold
            ? LogEvent(
                .info, "dpo-tasks-told", "tasks of the data protection officer were told by mail",
                [.count("tasks", tasks)])
            : LogEvent(
                .warning, "dpo-tasks-untold", "no server took the mail with the officer's tasks; it is tried again",
                [.count("tasks", tasks)])
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
