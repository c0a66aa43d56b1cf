/// Why the store could not keep or read something. Never carries values: ids and words only.
package enum StoreFailure: Error, Sendable, Equatable {
    /// The disk is full or read-only: reading goes on, writing answers 503 (P9).
    case notWritable
    /// Another program held the database too long.
    case busy
    /// A commit or a sync failed: the process must stop and start anew from what is on disk.
    case ioFailed
    /// A sealed value did not open, or the database is not one of ours.
    case damaged
    /// The key that would open it was destroyed: the person was erased.
    case keyDestroyed
    /// The key that would open it is held: the data of the person is restricted.
    case keyHeld
    /// There is no such row.
    case notFound

    package var isTransient: Bool {
        switch self {
        case .notWritable, .busy: true
        case .ioFailed, .damaged, .keyDestroyed, .keyHeld, .notFound: false
        }
    }
}
