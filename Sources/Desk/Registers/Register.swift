/// The registers in which an operator states what no program can know: dated, never changed, only followed by a newer
/// statement (Art. 5(2), 24).
package enum Register: String, Sendable, CaseIterable {
    /// Whether, and why, the GDPR applies (Art. 3).
    case scope
    /// Who processes data for the controller (Art. 28), and where (Art. 44–49).
    case processors
}

package enum RegisterEntryKind: Sendable {}
package typealias RegisterEntryID = Identifier<RegisterEntryKind>
