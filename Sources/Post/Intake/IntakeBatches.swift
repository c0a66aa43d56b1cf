internal import Desk

/// Cuts a listing into batches of bounded count and bytes, ascending. Only headers of oversized mail are fetched, so
/// they weigh little. No batch holds old mail and new.
struct IntakeBatches {
    private(set) var batches: [[ListedMessage]] = []

    init(_ listed: [ListedMessage], maximumMessageSize: Int, isOld: (ListedMessage) -> Bool = { _ in false }) {
        var batch: [ListedMessage] = []
        var bytes = 0
        for message in listed {
            let weight = message.size > maximumMessageSize ? 0 : max(0, message.size)
            let isFull = batch.count >= Desk.Limits.intakeBatchMessages || bytes > Desk.Limits.intakeBatchBytes - weight
            let isOtherSide = batch.last.map { isOld($0) != isOld(message) } ?? false
            if isFull || isOtherSide, !batch.isEmpty {
                batches.append(batch)
                batch = []
                bytes = 0
            }
            batch.append(message)
            // One mail may be larger than a batch: it is one, and the sum stays in range.
            bytes += min(weight, Desk.Limits.intakeBatchBytes)
        }
        if !batch.isEmpty { batches.append(batch) }
    }
}
