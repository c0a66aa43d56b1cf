/// The registers in which an operator states what no program can know: dated, never changed, only followed by a newer
/// statement (Art. 5(2), 24).
package enum Register: String, Sendable, CaseIterable {
    /// Whether, and why, the GDPR applies (Art. 3).
    case scope
    /// Who processes data for the controller (Art. 28), and where (Art. 44–49).
    case processors
    /// Whether a data protection officer has to be there (Art. 37).
    case officerNeed = "dpo-need"
    /// Who it is, since when, and whom that was told (Art. 37(5) to (7)).
    case officer = "dpo"
    /// What the officer has to do this year, and did (Art. 39(1)).
    case officerTasks = "dpo-tasks"
    /// By what kits of open breaches are sealed (Art. 33); the newest counts.
    case breachKit = "breach-kit"
    /// Whether an impact assessment is needed, why, and that it was made (Art. 35).
    case impact
}

package enum RegisterEntryKind: Sendable {}
package typealias RegisterEntryID = Identifier<RegisterEntryKind>
