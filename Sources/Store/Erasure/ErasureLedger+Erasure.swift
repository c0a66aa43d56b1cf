internal import Desk

/// What an erasure asks of its ledger.
extension ErasureLedger {
    /// Whom this erasure was about. Reads the file.
    func erasedPerson(by erasure: ErasureID) throws(StoreFailure) -> PersonID? {
        for case .erased(let person, erasure.object, _) in try entries(after: 0).map(\.act) { return person }
        return nil
    }
}
