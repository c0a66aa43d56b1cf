internal import Desk

/// How far the index is, and what it does next.
struct SearchProgress: Sendable {
    enum Work {
        case fill
        case purge(isFirst: Bool)
        case nothing
    }

    /// Where the filling goes on; nil is at the newest ticket.
    private(set) var key: PageKey?
    private var isFilled = false
    private var done = 0
    var expected = 0
    var bytes = 0
    /// Something did not fit.
    var isPartial = false
    /// Tickets that did not change since are not all there; nil when it cannot be said.
    private var reaches: Int64?
    /// Something was deleted, of which the index still holds traces.
    var owesPurge = false
    private(set) var isPurging = false
    private var purgedAt: Duration?

    var coverage: SearchCoverage { coverage(isBehind: false) }

    /// `isBehind`: so much was committed lately that not all of it is there.
    func coverage(isBehind: Bool) -> SearchCoverage {
        let percent = isFilled ? 100 : min(99, expected > 0 ? done * 100 / expected : 0)
        let state: SearchCoverage.State =
            !isFilled || isBehind ? .filling : isPartial ? .partial : .complete
        let since = isFilled ? reaches : key?.updatedAt
        return SearchCoverage(state: state, reaches: since.map(Moment.date), percent: percent, bytes: bytes)
    }

    /// Not more than one purge in a while: it writes the whole index anew.
    mutating func next(at now: Duration) -> Work {
        if !isFilled { return .fill }
        if isPurging { return .purge(isFirst: false) }
        if let purgedAt, now - purgedAt < Limits.searchPurgePause { return .nothing }
        guard owesPurge else { return .nothing }
        owesPurge = false
        isPurging = true
        return .purge(isFirst: true)
    }

    mutating func note(_ page: [PageKey], bytes: Int, isFull: Bool) {
        key = page.last ?? key
        done += page.count
        self.bytes = bytes
        guard isFull || page.count < Limits.searchTickets else { return }
        isFilled = true
        guard isFull else { return }
        isPartial = true
        reaches = [reaches, key?.updatedAt].compactMap { $0 }.max()
    }

    mutating func notePurge(goesOn: Bool, bytes: Int, at now: Duration) {
        self.bytes = bytes
        guard !goesOn else { return }
        isPurging = false
        purgedAt = now
    }

    mutating func noteEviction(reaches: Int64?, bytes: Int) {
        self.bytes = bytes
        isPartial = true
        self.reaches = [self.reaches, reaches].compactMap { $0 }.max()
        // What is still to be read is older than what had to make room.
        isFilled = true
        owesPurge = false
        isPurging = false
    }

    mutating func beginAgain() {
        key = nil
        isFilled = false
        done = 0
        isPartial = false
        reaches = nil
    }
}
