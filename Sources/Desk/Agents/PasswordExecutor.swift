import Foundation
import Vault

/// Hashes passwords on threads of its own, few at a time: each takes 32 MiB and a tenth of a second, and a thread of
/// the cooperative pool must not wait that long.
final class PasswordExecutor: Sendable {
    private let queue: OperationQueue

    init() {
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = Limits.passwordThreads
        queue.name = "ticketd.desk.passwords"
    }

    /// nil when too many wait already.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws(VaultFailure) -> Value
    ) async -> Result<Value, VaultFailure>? {
        guard queue.operationCount < Limits.passwordsWaiting else { return nil }
        let result: Result<Value, VaultFailure> = await withCheckedContinuation { continuation in
            queue.addOperation {
                do throws(VaultFailure) {
                    continuation.resume(returning: .success(try body()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return result
    }
}
