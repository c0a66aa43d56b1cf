/// What a reload would change. It is all or nothing: when one changed setting needs a restart, none is taken.
struct ConfigurationDifference: Sendable, Equatable {
    struct Change: Sendable, Equatable {
        let path: String
        let needsRestart: Bool
    }

    /// What a running daemon does with the new configuration.
    enum Verdict: Sendable, Equatable {
        case unchanged
        case apply([Change])
        /// The settings that cannot change while it runs; the old configuration stays.
        case restart([Change])
    }

    let changes: [Change]

    init(from old: Configuration, to new: Configuration) {
        let before = Dictionary(old.effective.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.effective.map(\.path))
        // A setting of a mailbox that is not there differs from one that is there without a value.
        let changed = new.effective.filter { before[$0.path] != .some($0.value) }
        let gone = old.effective.filter { !after.contains($0.path) }
        changes = (changed + gone).map { Change(path: $0.path, needsRestart: $0.needsRestart) }
    }

    var verdict: Verdict {
        if changes.isEmpty { return .unchanged }
        let blocking = changes.filter(\.needsRestart)
        return blocking.isEmpty ? .apply(changes) : .restart(blocking)
    }
}
