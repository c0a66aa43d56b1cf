internal import Desk

/// What the store made of a batch, sorted by what the server must hear of it.
struct Accepted: Sendable, Equatable {
    /// Ours is on disk: moved, deleted or kept as configured.
    private(set) var settling: [UInt32] = []
    /// On disk as a ticket, and left on the server: oversized mail.
    private(set) var staying: [UInt32] = []
    /// Tried again alone.
    private(set) var failed: [UInt32] = []
    private(set) var imported = 0

    init() {}

    init(_ acceptances: [Acceptance], of batch: FetchedBatch) {
        var contents: [UInt32: FetchedBatch.Fetched.Content] = [:]
        for fetched in batch.arrivals { contents[fetched.uid] = fetched.content }
        for acceptance in acceptances {
            guard let content = contents[acceptance.uid] else { continue }
            if acceptance.outcome == .failed {
                failed.append(acceptance.uid)
                continue
            }
            if case .ignored = acceptance.outcome {} else { imported += 1 }
            // An archive import changes nothing on the server, whatever `after_import` says.
            if batch.isArchive { continue }
            switch content {
            case .whole: settling.append(acceptance.uid)
            case .tooLarge: staying.append(acceptance.uid)
            // Quarantined: the server's copy is the only readable one, and the row says so.
            case .unreadable: break
            }
        }
    }
}
