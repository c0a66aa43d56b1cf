import Desk
import Store
import Vault

/// Whether the erasure ledger is what was written, and whether its copies have every line. Without a copy off this
/// disk, whoever loses the disk and restores a backup brings back who was erased after it.
struct LedgerCheck: Sendable {
    let loaded: LoadedConfiguration
    let keys: KeyRing

    func examine() -> [Finding] {
        let folder = LedgerFolder(loaded.configuration.service.stateDirectory, chain: keys.ledgerChain)
        let own: LedgerReading
        do throws(StoreFailure) {
            own = try folder.read()
        } catch {
            return [.problem("ledger", "\(folder.path) cannot be read (\(error.word.text))", mend: "check its owner")]
        }
        if own.rest.fault != nil {
            return [
                .problem(
                    "ledger", "\(folder.path) is not what was written after line \(own.head?.sequence ?? 0)",
                    mend: "put back the copy of a folder of privacy.ledger_copies, or one you saved with a backup")
            ]
        }
        let copies = loaded.configuration.privacy.ledgerCopies
        let length: Finding = .well("ledger", "\(own.entries.count) lines, each as it was written")
        guard !copies.isEmpty else {
            return [
                length,
                .remark(
                    "copies of the ledger", "there are none: a restored backup cannot forget what the lost disk knew",
                    mend: "set privacy.ledger_copies in \(loaded.path) to a folder of another machine"),
            ]
        }
        return [length] + copies.map { examine($0, own) }
    }

    private func examine(_ copy: String, _ own: LedgerReading) -> Finding {
        let folder = LedgerFolder(copy, chain: keys.ledgerChain)
        let check = "copy of the ledger"
        let reading: LedgerReading
        do throws(StoreFailure) {
            reading = try folder.read()
        } catch {
            return .problem(
                check, "\(copy) is missing or cannot be read", mend: "mount it, and let ticketd write to it")
        }
        // The daemon may have added lines between the two readings.
        if reading.rest == .nothing, reading.continues(own) { return .well(check, "\(copy) has every line") }
        if reading.rest.fault == nil, own.continues(reading) {
            let missing = own.entries.count - reading.entries.count
            return .problem(check, "\(copy) lacks \(missing) lines", mend: "let ticketd write to it")
        }
        return .problem(
            check, "\(folder.path) holds something else", mend: "look at it, then move it away: ticketd writes it anew")
    }
}
