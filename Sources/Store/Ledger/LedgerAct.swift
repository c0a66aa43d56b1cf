package import Desk
package import Vault

/// What the ledger can say: the acts that a restored backup must not undo. Ids of ours and keyed hashes only; no
/// address, name or free text has a way in, so the ledger may be copied widely and outlives every erasure.
///
/// A further act is a case here, its words in `LedgerAct+Text`, and what it does again in `LedgerReplay`.
package enum LedgerAct: Sendable, Equatable {
    /// A mail that was erased, known by the same keyed hashes as in `mail_reference`: should the server still hold a
    /// copy, it is not imported again.
    package struct ForgottenMail: Sendable, Hashable {
        package let mailbox: MailboxName
        package let messageHash: [UInt8]
        package let identity: [UInt8]

        package init(mailbox: MailboxName, messageHash: [UInt8], identity: [UInt8]) {
            self.mailbox = mailbox
            self.messageHash = messageHash
            self.identity = identity
        }
    }

    /// Every key of the person is destroyed. `erasure` names the act for its certificate.
    case erased(PersonID, erasure: ObjectID, mails: [ForgottenMail])
    /// A wish not to be written to was recorded, or grew.
    case suppressed(Suppression)
    /// Wishes recorded under this hash were taken back.
    case lifted(hash: [UInt8])
    /// What is kept of the person is withheld, up to this version of their key.
    case restricted(PersonID, Restriction.Ground, through: UInt32)
    case released(PersonID, Restriction.Ground)
    /// What is kept of the person must not be destroyed, until somebody has looked at it again on this day.
    case held(PersonID, LegalHoldID, LegalHold.Ground, reviewOn: CalendarDay)
    case holdLifted(LegalHoldID)
    /// A consent ended. Its id is random; whose it was stands nowhere but in the database.
    case withdrawn(ConsentID, ConsentChannel)
}

extension LedgerAct {
    var isAboutRestriction: Bool {
        switch self {
        case .restricted, .released, .held, .holdLifted: true
        case .erased, .suppressed, .lifted, .withdrawn: false
        }
    }
}

/// One line of the ledger.
package struct LedgerEntry: Sendable, Equatable {
    /// Counts from 1 without gaps.
    package let sequence: Int64
    /// Whole seconds since 1970.
    package let seconds: Int64
    package let act: LedgerAct

    package init(sequence: Int64, seconds: Int64, act: LedgerAct) {
        self.sequence = sequence
        self.seconds = seconds
        self.act = act
    }
}
