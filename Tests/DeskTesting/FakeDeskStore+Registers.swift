package import Desk

/// The registers of accountability.
extension FakeDeskStore {
    package func state(_ entry: RegisterEntry, by author: Principal) async throws(StoreFailure) -> Bool {
        try write { state in
            state.registers.append(entry)
            return true
        }
    }

    package var storedColumns: [StoredColumn] {
        [
            StoredColumn(
                activity: .tickets, table: "ticket", column: "particulars", protection: "sealed",
                purpose: "subject, assignee and tags")
        ]
    }

    package func entries(of register: Register) async throws(StoreFailure) -> [RegisterEntry] {
        try read { state in state.registers.filter { $0.register == register } }
    }
}
