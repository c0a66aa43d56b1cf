import Synchronization

/// A named instant at which a test may end the process, to prove that the instant is survived.
///
/// In a debug build the hook is set by ticketd from an environment variable; a release build has no hook and the
/// call is nothing.
package enum FaultPoint: String, Sendable, CaseIterable {
    /// Bytes received, attempt counted, transaction committed, server told.
    case i1, i2, i3, i4
    /// Claimed, connected, RCPT accepted, DATA partly sent, final dot sent, reply read, outcome committed.
    case o1, o2, o3, o4, o5, o6, o7
}

package enum Fault {
    #if DEBUG
        private static let hook = Mutex<(@Sendable (FaultPoint) -> Void)?>(nil)

        package static func install(_ body: @escaping @Sendable (FaultPoint) -> Void) {
            hook.withLock { $0 = body }
        }

        package static func point(_ point: FaultPoint) {
            let body = hook.withLock { $0 }
            body?(point)
        }
    #else
        @inline(__always)
        package static func point(_ point: FaultPoint) {}
    #endif
}
