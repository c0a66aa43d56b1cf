/// What a restore is about to do, in counts: shown before anything is done.
package struct RestorePlan: Sendable, Equatable {
    package var desk: BackupExamination
    package var keys: BackupExamination
    /// The folder whose ledger is taken; nil when there is none anywhere.
    package var ledgerFolder: String?
    package var ledgerLines: Int
    /// Lines the copy of the desk lacks, by kind.
    package var erasures: Int
    package var wishes: Int
    package var lifts: Int
    package var withdrawals: Int
    /// Restrictions and legal holds, set and lifted.
    package var restrictions: Int
    /// The ledger is known to have been longer, or other, than what was found.
    package var gap: Gap?
    /// Waiting mail that becomes `unknown` and leaves only when somebody says so.
    package var unknown: Int
    /// Waiting automatic mail that is withdrawn.
    package var withdrawn: Int
    /// Numbers go on after this one.
    package var lastTicket: Int64
    /// Where the files that are there now are put.
    package var aside: String?

    package struct Gap: Sendable, Equatable {
        package var has: Int64
        package var needs: Int64
    }
}
