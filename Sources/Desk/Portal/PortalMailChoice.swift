/// Which mail somebody wants of us, as the portal lets them choose.
package enum PortalMailChoice: String, Sendable, CaseIterable {
    case everything
    /// Answers of a human, and what the law requires.
    case answers
    /// What the law requires, and the first human answer to what they write.
    case nothing

    /// What holds now: the most that was asked for in any of the groups.
    package init(_ suppressions: some Collection<SuppressionRecord>) {
        if suppressions.contains(where: { $0.scope.isSuperset(of: .everything) }) {
            self = .nothing
        } else if suppressions.contains(where: { $0.scope.contains(.automatic) }) {
            self = .answers
        } else {
            self = .everything
        }
    }

    /// What is recorded for it; nil lifts what was.
    package var scope: UnsubscribeScope? {
        switch self {
        case .everything: nil
        case .answers: [.automatic, .marketing]
        case .nothing: .everything
        }
    }
}
