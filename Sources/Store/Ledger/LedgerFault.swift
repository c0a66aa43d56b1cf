package import Desk

/// Why a store cannot go on with its erasure ledger. Until it is mended nothing is served: an erasure could be undone.
package enum LedgerFault: Error, Sendable, Equatable {
    /// The line with this number is not what was written.
    case damaged(line: Int64)
    /// The line with this number was written by a newer ticketd.
    case unknown(line: Int64)
    /// The database has seen more lines than there are, in the state folder and in every copy that could be read.
    case incomplete(has: Int64, needs: Int64)
    case storage(StoreFailure)

    package var isTransient: Bool {
        if case .storage(let failure) = self { failure.isTransient } else { false }
    }
}
