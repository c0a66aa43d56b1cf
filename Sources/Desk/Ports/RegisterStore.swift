/// The registers of accountability. Statements are added and read, never changed.
package protocol RegisterStore: Sendable {
    /// Adds one, with its entry of the audit log. False when there are as many as there may be.
    func state(_ entry: RegisterEntry, by author: Principal) async throws(StoreFailure) -> Bool
    /// Every column of the schema with its purpose. A constant of the program.
    var storedColumns: [StoredColumn] { get }
    /// Oldest first.
    func entries(of register: Register) async throws(StoreFailure) -> [RegisterEntry]
}
