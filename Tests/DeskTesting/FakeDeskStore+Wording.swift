package import Desk

/// Texts that are used again.
extension FakeDeskStore {
    package func wordings(_ kind: Wording.Kind) async throws(StoreFailure) -> [Wording] {
        try read { state in
            state.wordings.filter { $0.kind == kind }
                .sorted { ($0.name.value, $0.mailbox?.value ?? "") < ($1.name.value, $1.mailbox?.value ?? "") }
        }
    }

    package func saveWording(_ wording: Wording) async throws(StoreFailure) -> Bool {
        try write { state in
            state.wordings.removeAll {
                $0.kind == wording.kind && $0.name == wording.name && $0.mailbox == wording.mailbox
            }
            guard state.wordings.count(where: { $0.kind == wording.kind }) < Desk.Limits.wordings else { return false }
            state.wordings.append(wording)
            return true
        }
    }

    package func removeWording(_ id: WordingID) async throws(StoreFailure) -> Bool {
        try write { state in
            let before = state.wordings.count
            state.wordings.removeAll { $0.id == id }
            return state.wordings.count < before
        }
    }
}
