package import Desk
package import Vault

/// A ledger looked at from outside the daemon, whose file grows meanwhile: the doctor's view. Changes nothing.
package struct LedgerFolder: Sendable {
    package let folder: String
    package let chain: LedgerChain

    package init(_ folder: String, chain: LedgerChain) {
        self.folder = folder
        self.chain = chain
    }

    package var path: String { folder + "/" + StateFiles.ledgerName }

    /// What the file says; an empty reading when there is no file.
    package func read() throws(StoreFailure) -> LedgerReading {
        guard StateFiles.exists(folder) else { throw .notFound }
        return LedgerReading(try LedgerFile.read(path), chain: chain)
    }
}
