internal import Synchronization

/// Idle libcrypto contexts of one sort. Borrowing spares the allocations that making a context costs.
///
/// A context has one borrower at a time, who gives it back only after a success; after a failure it is freed,
/// so that no half-done state reaches the next borrower.
final class ContextPool: Sendable {
    struct Context: @unchecked Sendable {  // It is only ever used by the one thread that borrowed it.
        let pointer: OpaquePointer
    }

    private let idle = Mutex<[Context]>([])
    private let make: @Sendable () -> OpaquePointer?
    private let free: @Sendable (OpaquePointer) -> Void

    init(make: @escaping @Sendable () -> OpaquePointer?, free: @escaping @Sendable (OpaquePointer) -> Void) {
        self.make = make
        self.free = free
    }

    func borrow() -> Context? {
        if let context = idle.withLock({ $0.popLast() }) { return context }
        return make().map(Context.init)
    }

    func giveBack(_ context: Context) {
        let isKept = idle.withLock { idle in
            guard idle.count < Limits.idleContexts else { return false }
            idle.append(context)
            return true
        }
        if !isKept { free(context.pointer) }
    }

    func discard(_ context: Context) {
        free(context.pointer)
    }

    func drain() {
        let drained = idle.withLock { idle in
            defer { idle = [] }
            return idle
        }
        for context in drained { free(context.pointer) }
    }
}
