/// The hash chain over the audit log (gdpr.md B11): whoever changes, drops or reorders an entry without the key
/// breaks it at that entry. It does not notice a cut-off end; anchors kept elsewhere do.
package struct AuditChain: Sendable {
    /// An entry as it was read back, with the MAC stored beside it.
    package struct Link: Hashable, Sendable {
        package let entry: AuditEntry
        package let mac: [UInt8]

        package init(entry: AuditEntry, mac: [UInt8]) {
            self.entry = entry
            self.mac = mac
        }
    }

    /// What comes before the first entry.
    package static let genesis = [UInt8](repeating: 0, count: IncrementalMAC.bytes)

    private let key: SecretBytes

    init(key: SecretBytes) {
        self.key = key
    }

    /// The first sequence number that is wrong: the entry is missing, out of order or not what was written. Nil when
    /// all fit. After pruning, `checkpoint` names the last entry pruned and its MAC.
    package func firstBadSequence(
        in links: some Sequence<Link>, after checkpoint: (sequence: UInt64, mac: [UInt8])? = nil
    ) -> UInt64? {
        var (sequence, previous) = checkpoint ?? (0, Self.genesis)
        for link in links {
            let (expected, overflow) = sequence.addingReportingOverflow(1)
            guard !overflow, link.entry.sequence == expected else { return expected }
            let mac = Self.mac(key: key, previous: previous, entry: link.entry.bytes)
            guard ConstantTime.equal(mac, link.mac) else { return expected }
            sequence = expected
            previous = mac
        }
        return nil
    }

    static func mac(key: SecretBytes, previous: [UInt8], entry: [UInt8]) -> [UInt8] {
        let hash = IncrementalMAC(key: key, label: "ticketd/audit/v1\0")
        hash.update(previous)
        hash.update(entry)
        return hash.finish()
    }
}

extension AuditChain: CustomStringConvertible {
    package var description: String { "<audit chain>" }
}
