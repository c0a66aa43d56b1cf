/// What the bundle of evidence is made of: the operator's own statements, documents of the program, and counts.
package struct Evidence: Sendable {
    package var report: ComplianceReport
    package var record: ProcessingRecord
    package var processors: ProcessorRegister
    package var impact: Dated<ImpactScreening>?
    package var notices: [PrivacyNotice]
    package var audit: AuditVerdict
    package var ledger: LedgerStatus
}

/// One file of the bundle.
package struct EvidenceFile: Sendable, Equatable {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
