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
    case diskLow = "disk-low"
    /// The wall clock moved and time did not.
    case clockJump = "clock-jump"
    case deskBackupOld = "desk-backup-old"
    case keysBackupOld = "keys-backup-old"
    /// The disk is full or read-only: reading goes on (P9).
    case storeNotWritable = "store-not-writable"
    /// The store does not answer, does not sync, or the keys do not open its canary.
    case storeUnreadable = "store-unreadable"

    /// While it stands the desk cannot do all its work, and `/readyz` answers 503.
    package var stopsWork: Bool {
        switch self {
        case .noFetch, .loginRefused, .smtpLoginRefused, .mailboxStopped, .storeNotWritable, .storeUnreadable: true
        case .queueOld, .quarantine, .automaticMailLimit, .diskLow, .clockJump, .deskBackupOld, .keysBackupOld: false
        }
    }

    /// Whether a recipient may mute it for himself. Never what is about delivery or the clock, and never what
    /// threatens the store itself.
    package var isMutable: Bool {
        switch self {
        case .quarantine, .automaticMailLimit, .deskBackupOld, .keysBackupOld: true
        case .noFetch, .loginRefused, .smtpLoginRefused, .mailboxStopped, .queueOld, .diskLow, .clockJump,
            .storeNotWritable, .storeUnreadable:
            false
        }
    }
}
