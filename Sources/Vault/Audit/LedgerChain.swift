/// The hash chain over the lines of the erasure ledger: whoever changes, drops or reorders a line without the key
/// breaks it at that line.
///
/// Its key is derived from the first version of the audit key and the installation's id. That version lies in every
/// copy of keys.db ever made and is never replaced: an older copy verifies the newest ledger, and a rotation of the
/// root only wraps it anew. The lines of another installation do not fit.
package struct LedgerChain: Sendable {
    /// What comes before the first line.
    package static let genesis = [UInt8](repeating: 0, count: IncrementalMAC.bytes)

    private let key: SecretBytes

    init(services: ServiceKeys, instance: ObjectID) {
        let first = services.versions(of: .audit).last?.key ?? services[.audit]
        key = KeyDerivation(secret: first, salt: instance).key(for: "ticketd/v1/ledger")
    }

    /// The MAC of a line, given without its own MAC and its end.
    package func mac(previous: [UInt8], line: [UInt8]) -> [UInt8] {
        let hash = IncrementalMAC(key: key, label: "ticketd/ledger/v1\0")
        hash.update(previous)
        hash.update(line)
        return hash.finish()
    }

    package func fits(_ mac: [UInt8], previous: [UInt8], line: [UInt8]) -> Bool {
        ConstantTime.equal(mac, self.mac(previous: previous, line: line))
    }
}

extension LedgerChain: CustomStringConvertible {
    package var description: String { "<ledger chain>" }
}

extension KeyRing {
    /// The chain of the erasure ledger.
    package var ledgerChain: LedgerChain { LedgerChain(services: services, instance: instance) }
}
