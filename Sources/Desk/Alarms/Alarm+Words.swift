/// An alarm in the words of operators. Mails, `/readyz`, `ticketd status` and the API say the same sentences.
extension Alarm {
    /// What is so. No full stop. A count that is not known (0) is left out.
    package var what: String {
        let place = key.mailbox.map { "mailbox \($0.value)" } ?? "the desk"
        switch key.kind {
        case .noFetch: return "\(place): no mail could be fetched" + counted(" for ", "minute")
        case .loginRefused: return "\(place): the IMAP server refuses the login"
        case .smtpLoginRefused: return "\(place): the SMTP server refuses the login"
        case .mailboxStopped: return "\(place): it is left alone, its server or folder cannot be used as configured"
        case .queueOld: return "\(place): a mail in the outbox has waited too long" + counted(", ", "minute")
        case .quarantine: return "\(place): mail that could not be read waits for a look" + counted(", ", "message")
        case .automaticMailLimit:
            return "the hourly limit of automatic mail is used up and acknowledgements are held back"
        case .automaticMailLadder:
            return "somebody's mails would cause more automatic mail than a day allows"
                + counted(", ", "address", "addresses")
        case .diskLow: return "the disk of the store is nearly full" + counted(", ", "MiB", "MiB") + " free"
        case .clockJump: return "the clock jumped" + counted(" by ", "second")
        case .deskBackupOld: return "the newest backup of the desk is too old" + counted(", ", "hour")
        case .keysBackupOld: return "the newest backup of the keys is too old" + counted(", ", "hour")
        case .ledgerGap: return "copies of the erasure ledger lack lines" + counted(", ", "folder")
        case .tokenEnding: return "a token of the API ends soon or has ended" + counted(", ", "token")
        case .mailTokenEnding:
            return "\(place): its sign-in at the provider ends soon or cannot be renewed" + counted(", in ", "minute")
        case .mailTokenRefused: return "\(place): nobody has signed it in, or the provider takes the sign-in no longer"
        case .webhookDisabled: return "a webhook failed too long and is told nothing more" + counted(", ", "webhook")
        case .erasureHeld: return "erasures beyond the daily limit wait for a signature" + counted(", ", "erasure")
        case .holdReview: return "legal holds have to be looked at again" + counted(", ", "hold")
        case .retentionWaits:
            return "\(place): retention would delete much and waits for an approval" + counted(", ", "ticket")
        case .retentionPaused: return "nothing is deleted: the clock went forward by more than a day"
        case .requestsDue:
            return "the answer to a request under Art. 12–22 GDPR is due within two weeks" + counted(", ", "request")
        case .requestsOverdue:
            return "the answer to a request under Art. 12–22 GDPR is OVERDUE" + counted(", ", "request")
        case .breachCandidate:
            return "the daemon saw something that may be a breach of personal data" + counted(", ", "candidate")
        case .breachFirstReminder, .breachSecondReminder, .breachLastReminder:
            return "the authority has to be told of a breach" + counted(", ", "hour") + " left"
        case .breachOverdue:
            return "the authority was not told of a breach in time" + counted(", ", "breach", "breaches")
        case .checkFailing:
            return "checks of the installation began to fail within a week" + counted(", ", "check")
        case .storeNotWritable: return "the store cannot be written: mail stays on the server, answers are refused"
        case .storeUnreadable: return "the store does not answer as it must, or its keys do not open it"
        }
    }

    /// What to do next. No full stop.
    package var remedy: String {
        switch key.kind {
        case .noFetch: "run `ticketd check`, and see whether the provider is down"
        case .loginRefused, .smtpLoginRefused:
            "correct the password in its credential, then `systemctl reload ticketd`; "
                + "where no password is used, sign in with `ticketd mailboxes login`"
        case .mailTokenEnding, .mailTokenRefused:
            "see `ticketd mailboxes list` for the cause, then sign in with `ticketd mailboxes login`"
        case .mailboxStopped: "run `ticketd check`; it names the setting"
        case .queueOld: "run `ticketd outbox list`; the last reply says who refuses"
        case .quarantine: "look at each with `ticketd quarantine list` and `show`"
        case .automaticMailLimit:
            "look for a flood with `ticketd tickets list`; set authserv_id if all senders count as unverified"
        case .automaticMailLadder:
            "look at their tickets with `ticketd tickets list`; nothing more is sent to them automatically meanwhile"
        case .diskLow: "free some space; when none is left, mail waits on the server and answers are refused"
        case .clockJump: "look at `timedatectl`; times written meanwhile may be wrong"
        case .deskBackupOld, .keysBackupOld: "run `ticketd backup create` and check the folder in [backup]"
        case .ledgerGap:
            "make the folders of privacy.ledger_copies writable; the copies catch up by themselves"
        case .tokenEnding:
            "run `ticketd tokens list`; give the program a new one with `ticketd tokens add` and revoke the old"
        case .webhookDisabled: "run `ticketd webhooks list`; when the program answers again, `ticketd webhooks enable`"
        case .erasureHeld: "the data protection officer signs with `ticketd erasures approve`"
        case .holdReview: "the data protection officer lifts each with `ticketd holds lift`, or sets it anew"
        case .retentionWaits: "look at `ticketd retention show`, then `ticketd retention approve MAILBOX`"
        case .retentionPaused: "look at `timedatectl`; if the time is right, `ticketd retention run --confirm-clock`"
        case .requestsDue: "run `ticketd requests list`; the most urgent stands first"
        case .requestsOverdue:
            "answer now: `ticketd requests list`, then `fulfil` or `refuse`; being late is itself an infringement"
        case .breachCandidate:
            "run `ticketd breaches candidates`; confirm or dismiss each: from a confirmation on, 72 hours run"
        case .breachFirstReminder, .breachSecondReminder, .breachLastReminder:
            "run `ticketd breaches list`; notify in phases if not all is known; record it: `ticketd breaches notify`"
        case .breachOverdue:
            "notify now, and record it with the reasons for the delay: `ticketd breaches notify --late-reasons`"
        case .checkFailing: "run `ticketd compliance`; each names its article and what mends it"
        case .storeNotWritable: "free space or repair the disk; it goes on by itself"
        case .storeUnreadable: "look at `journalctl -u ticketd` and the disk; if it is damaged, restore the backups"
        }
    }

    /// One line: the word, what is so, since when.
    package var line: String { "\(key.kind.rawValue): \(what), since \(MinuteText.of(since))" }

    private func counted(_ before: String, _ one: String, _ many: String? = nil) -> String {
        guard count > 0 else { return "" }
        return before + (count == 1 ? "1 \(one)" : "\(count) \(many ?? one + "s")")
    }
}
