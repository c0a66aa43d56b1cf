import Desk
import Store
import Web

/// Where the audit log is read: through the daemon that has the store, or from the store when no daemon runs.
enum AuditSource: Sendable {
    case daemon(AdminClient)
    case store(OpenedStore)

    static func reach(_ config: ConfigOption, _ client: AdminClient) async throws(OperatorError) -> AuditSource {
        if await client.isAnswered() { return .daemon(client) }
        // A daemon that is only just starting holds the lock, and is named then.
        return .store(try await OpenedStore.openForCommand(try config.load(), world: .live()))
    }

    func verification(against anchors: [AuditHead]) async throws(OperatorError) -> APIAuditVerification {
        switch self {
        case .daemon(let client):
            guard !anchors.isEmpty else {
                return try await client.json(.get, "/api/v1/audit/verification", APIAuditVerification.self)
            }
            let list = anchors.map(\.text).joined(separator: ",")
            return try await client.json(.get, "/api/v1/audit/verification?anchor=\(list)", APIAuditVerification.self)
        case .store(let opened):
            do throws(StoreFailure) {
                return APIAuditVerification(try await opened.store.verifyAudit(against: anchors))
            } catch {
                throw Self.unreadable(error)
            }
        }
    }

    func page(after sequence: Int64) async throws(OperatorError) -> APIAudit {
        let limit = Desk.Limits.pageLengthMaximum
        switch self {
        case .daemon(let client):
            return try await client.json(.get, "/api/v1/audit?after=\(sequence)&limit=\(limit)", APIAudit.self)
        case .store(let opened):
            do throws(StoreFailure) {
                let records = try await opened.store.auditEntries(after: sequence, limit: limit)
                return APIAudit(records, isWhole: records.count < limit)
            } catch {
                throw Self.unreadable(error)
            }
        }
    }

    private static func unreadable(_ failure: StoreFailure) -> OperatorError {
        OperatorError(
            "the audit log cannot be read (\(failure.word.text))", thing: "desk.db",
            remedy: "Check the disk, then try again.", exitCode: .inputOutput)
    }
}
