package import Desk

/// Why a restore is not carried out. Whatever was there before is untouched.
package enum RestoreFault: Error, Sendable, Equatable {
    /// A copy that is not whole, with what was found.
    case unusable(BackupExamination)
    /// Desk and keys given the other way round, or two of one set.
    case mixedUp
    /// The erasure ledger that was found lacks lines that a backup or the store knew of, or holds others in their
    /// place: acts would be undone that nobody can name.
    case ledgerGap(has: Int64, needs: Int64)
    case ledger(LedgerFault)
    case opening(Store.OpeningFailure)
    case storage(StoreFailure)

    package var isTransient: Bool {
        switch self {
        case .storage(let failure): failure.isTransient
        case .opening(let failure): failure.isTransient
        case .ledger(let fault): fault.isTransient
        case .unusable, .mixedUp, .ledgerGap: false
        }
    }
}
