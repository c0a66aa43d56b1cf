/// What can be wrong in a way that needs a human. The words stand in metrics, mails and scripts: they never change.
///
/// There is no kind that nothing can raise: each has its cause in `AlarmReading`.
package enum AlarmKind: String, Sendable, CaseIterable {
    /// A mailbox was not read to its end for longer than `AlertPlan.noFetch`.
    case noFetch = "no-fetch"
    /// The IMAP server refuses name and password.
    case loginRefused = "login-refused"
    /// The SMTP server refuses name and password. It is known to be over when a mail was sent.
    case smtpLoginRefused = "smtp-login-refused"
    /// A mailbox is left alone for another reason: its server cannot be trusted, or the folder is not there.
    case mailboxStopped = "mailbox-stopped"
    /// The oldest mail of the outbox waits longer than `AlertPlan.queueAge`.
    case queueOld = "queue-old"
    /// Mail that could not be read, and nobody has looked at it.
    case quarantine = "quarantine-not-empty"
    /// Automatic mail has used up its budget, so acknowledgements are held back (P15).
    case automaticMailLimit = "automatic-mail-limit"
    /// Somebody's mails would have caused more automatic mail to him than a day allows: a loop, or a very busy person.
    case automaticMailLadder = "automatic-mail-ladder"
    case diskLow = "disk-low"
    /// The wall clock moved and time did not.
    case clockJump = "clock-jump"
    case deskBackupOld = "desk-backup-old"
    case keysBackupOld = "keys-backup-old"
    /// A folder of `privacy.ledger_copies` lacks lines of the erasure ledger.
    case ledgerGap = "ledger-gap"
    /// A token of the API ends soon, or has ended and is still there.
    case tokenEnding = "api-token-ending"
    /// A mailbox's sign-in at its provider ends soon, or cannot be renewed: mail still flows, and will not.
    case mailTokenEnding = "mail-token-ending"
    /// Nobody has signed a mailbox in, or the provider takes the sign-in no longer.
    case mailTokenRefused = "mail-token-refused"
    /// A program that was told of news failed for so long that it is told nothing any more.
    case webhookDisabled = "webhook-disabled"
    /// A run of retention was counted and waits for an approval (P16).
    case retentionWaits = "retention-waits"
    /// Nothing is deleted because the clock jumped forward and nobody has confirmed the time.
    case retentionPaused = "retention-paused"
    /// The answer to somebody's request is due within two weeks (Art. 12(3)).
    case requestsDue = "requests-due"
    /// The last day by law is over, and nobody answered.
    case requestsOverdue = "requests-overdue"
    /// The daemon saw something that may be a breach, and nobody has said what it is.
    case breachCandidate = "breach-candidate"
    /// The clock of a breach nears its end: the first, second and last reminder of the law profile.
    case breachFirstReminder = "breach-reminder-1"
    case breachSecondReminder = "breach-reminder-2"
    case breachLastReminder = "breach-reminder-3"
    /// The hours of Art. 33(1) are over and nobody has recorded that the authority was told.
    case breachOverdue = "breach-overdue"
    /// A check of the installation began to fail within the last week.
    case checkFailing = "check-failing"
    /// The disk is full or read-only: reading goes on (P9).
    case storeNotWritable = "store-not-writable"
    /// The store does not answer, does not sync, or the keys do not open its canary.
    case storeUnreadable = "store-unreadable"

    /// Erasures beyond the daily limit wait for the data protection officer (P16).
    case erasureHeld = "erasure-held"
    /// Legal holds whose day of review has come.
    case holdReview = "hold-review-due"

    /// While it stands the desk cannot do all its work, and `/readyz` answers 503.
    package var stopsWork: Bool {
        switch self {
        case .noFetch, .loginRefused, .smtpLoginRefused, .mailboxStopped, .mailTokenRefused, .storeNotWritable,
            .storeUnreadable:
            true
        case .queueOld, .quarantine, .automaticMailLimit, .automaticMailLadder, .diskLow, .clockJump, .deskBackupOld,
            .keysBackupOld, .ledgerGap, .tokenEnding, .webhookDisabled, .erasureHeld, .holdReview, .retentionWaits,
            .retentionPaused, .requestsDue, .requestsOverdue, .breachFirstReminder, .breachSecondReminder,
            .breachLastReminder, .breachOverdue, .breachCandidate, .mailTokenEnding, .checkFailing:
            false
        }
    }

    /// Whether it stands in the book for everybody to see and is told by mails of its own, at each stage
    /// (`RightsReminderWatch`).
    package var isRemindedOf: Bool { self == .requestsDue }

    /// Whether a recipient may mute it for himself. Never what is about delivery or the clock, and never what
    /// threatens the store itself.
    package var isMutable: Bool {
        switch self {
        case .quarantine, .automaticMailLimit, .automaticMailLadder, .deskBackupOld, .keysBackupOld, .tokenEnding,
            .webhookDisabled, .erasureHeld, .holdReview, .retentionWaits, .checkFailing:
            true
        case .noFetch, .loginRefused, .smtpLoginRefused, .mailboxStopped, .queueOld, .diskLow, .clockJump,
            .ledgerGap, .storeNotWritable, .storeUnreadable, .retentionPaused, .requestsDue, .requestsOverdue,
            .breachFirstReminder, .breachSecondReminder, .breachLastReminder, .breachOverdue, .breachCandidate,
            .mailTokenEnding, .mailTokenRefused:
            false
        }
    }

    /// Whether the data protection officer hears of it besides those who hear of everything.
    package var isForOfficer: Bool {
        switch self {
        case .breachFirstReminder, .breachSecondReminder, .breachLastReminder, .breachOverdue, .breachCandidate,
            .checkFailing:
            true
        default: false
        }
    }

    /// The reminders in the order of the law profile.
    static let breachReminders: [AlarmKind] = [.breachFirstReminder, .breachSecondReminder, .breachLastReminder]
}
