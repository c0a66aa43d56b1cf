/// How far an erasure is. The table is in `Desk.docc/Erasure.md`; the words are part of the schema and never change.
package enum ErasureState: String, Sendable, CaseIterable {
    /// Beyond the daily limit: the data protection officer has to sign.
    case held
    /// A legal hold stands: it is a restriction until that is lifted.
    case onHold = "on-hold"
    /// Asked for without proof of identity: the person can still take it back.
    case waiting
    case planned
    /// In the ledger, keys destroyed, rows gone: no restored backup brings the person back.
    case forgotten
    /// The copies on the mail servers are gone, or known to be out of reach.
    case expunged
    /// The files were searched, the certificate is written, the confirmation waits in the outbox.
    case certified
    case done
    case cancelled

    /// Nothing will be done any more.
    package var isTerminal: Bool { self == .done || self == .cancelled }

    /// Nothing was destroyed yet.
    package var isBefore: Bool {
        switch self {
        case .held, .onHold, .waiting, .planned: true
        case .forgotten, .expunged, .certified, .done, .cancelled: false
        }
    }
}
