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
    /// Merging and splitting: messages placed, committed.
    case m1, m2
    /// Erasing: written down, in the ledger, keys destroyed, rows gone, copies expunged, certified, confirmation
    /// ended, its key destroyed.
    case e1, e2, e3, e4, e5, e6, e7, e8
    /// Restricting: in the ledger, keys held, rows written. Lifting: in the ledger, keys released.
    case h1, h2, h3, h4, h5
    /// Restoring: copies in the staging folder, prepared, committed, old file put aside, new file in place.
    case r1, r2, r3, r4, r5
    /// Rotating: epoch added, a batch of keys wrapped anew, old epoch destroyed; new root written, keys wrapped under
    /// it, old root replaced.
    case k1, k2, k3, k4, k5, k6
    /// Double opt-in: key made, before a link is made, mail queued, key of a forgotten wish destroyed, key of a new
    /// person made. Withdrawing: in the ledger, committed.
    case c1, c2, c3, c4, c5, c6, c7
    /// Retention: people in the ledger, their keys destroyed, rows of tickets gone, files gone, the run noted,
    /// copies expunged on their server.
    case t1, t2, t3, t4, t5, t6
    /// Exporting: written down, half written, whole on the disk, ready; shredding begun, key destroyed, file removed.
    case x1, x2, x3, x4, x5, x6, x7
    /// Renewing a mail token: the answer read, the new token written.
    case g1, g2
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

        private static let reader = Mutex<(@Sendable ([UInt8]) -> Void)?>(nil)

        package static func installReader(_ body: @escaping @Sendable ([UInt8]) -> Void) {
            reader.withLock { $0 = body }
        }

        /// Called with each mail immediately before it is parsed: a test's poison mail ends the process here, as a
        /// trap in the parser would.
        package static func reading(_ bytes: [UInt8]) {
            let body = reader.withLock { $0 }
            body?(bytes)
        }
    #else
        @inline(__always)
        package static func point(_ point: FaultPoint) {}

        @inline(__always)
        package static func reading(_ bytes: [UInt8]) {}
    #endif
}
