internal import Desk
internal import GRDB
internal import Synchronization

/// The words of the desk, in a database of the memory that never has a file: not while it sorts, and not when it grows.
///
/// One thread does everything, in short pieces, so that what was changed or deleted is never overtaken by what was read
/// before. A search first lets it take up what was committed; so whoever deleted, and then asks, finds nothing.
final class SearchIndex: Sendable {
    private let queue: DatabaseQueue
    private let engine: SQLiteEngine
    private let sealer: Sealer
    let watch: TicketWatch
    /// In bytes.
    private let limit: Int
    private let progress = Mutex(SearchProgress())

    init(engine: SQLiteEngine, sealer: Sealer, watch: TicketWatch, limit: Int) throws(StoreFailure) {
        self.engine = engine
        self.sealer = sealer
        self.watch = watch
        self.limit = limit
        do {
            var configuration = Configuration()
            configuration.prepareDatabase { database in
                try SQLitePragmas.apply(to: database, pageSize: Limits.searchPageSize)
            }
            queue = try DatabaseQueue(configuration: configuration)
            try queue.inDatabase { database in
                let entries = SearchEntries(session: SQLiteSession(database))
                try entries.make()
                try entries.bound(to: limit)
            }
        } catch {
            throw SQLiteFailure.of(error)
        }
    }

    func close() throws(StoreFailure) {
        do { try queue.close() } catch { throw SQLiteFailure.of(error) }
    }

    var coverage: SearchCoverage { progress.withLock { $0.coverage } }

    /// What is found, all of what was committed before taken into account as far as that is quickly done. The tickets
    /// are those of the whole desk: who may see which is decided where they are read.
    func find(_ query: SearchQuery, in order: SearchOrder) async throws(StoreFailure) -> SearchHits {
        try await perform { entries throws(StoreFailure) in
            var rounds = 0
            while !self.watch.isQuiet, rounds < Limits.searchRounds {
                rounds += 1
                try self.takeUp(entries)
            }
            let coverage = self.progress.withLock { $0.coverage(isBehind: !self.watch.isQuiet) }
            switch order {
            case .newest: return .any(try entries.tickets(with: query), coverage)
            case .relevance: return .ranked(try entries.tickets(rankedBy: query), coverage)
            }
        }
    }

    /// Returns when all that was committed before has been taken up.
    func settle() async throws(StoreFailure) {
        while !watch.isQuiet {
            try await perform { entries throws(StoreFailure) in try self.takeUp(entries) }
        }
    }

    /// One short piece of work. `now` is monotonic.
    func step(at now: Duration) async throws(StoreFailure) -> SearchStep {
        try await perform { entries throws(StoreFailure) in
            if !self.watch.isQuiet {
                try self.takeUp(entries)
                return .goesOn
            }
            switch self.progress.withLock({ $0.next(at: now) }) {
            case .fill: return try self.fill(entries)
            case .purge(let isFirst):
                let goesOn = try entries.purge(isFirst: isFirst)
                let bytes = try entries.bytes()
                self.progress.withLock { $0.notePurge(goesOn: goesOn, bytes: bytes, at: now) }
                return .goesOn
            case .nothing: return .idle
            }
        }
    }

    /// What was committed. When it does not fit, what did not change for the longest time makes room.
    private func takeUp(_ entries: SearchEntries) throws(StoreFailure) {
        let changes = watch.take(Limits.searchTickets)
        if changes.isEverything { progress.withLock { $0.beginAgain() } }
        do throws(StoreFailure) {
            try bring(changes, entries)
            try makeRoom(entries)
        } catch {
            // It must not be forgotten: something may have been deleted.
            watch.note(tickets: Array(changes.tickets), people: Array(changes.people))
            throw error
        }
    }

    private func bring(_ changes: TicketWatch.Changes, _ entries: SearchEntries) throws(StoreFailure) {
        let afresh = try engine.readHere { session throws(StoreFailure) in
            let filling = SearchFilling(records: DeskRecords(session, sealer: sealer), entries: entries)
            var tickets: Set<Int64> = []
            for person in changes.people { tickets.formUnion(try filling.tickets(of: person)) }
            return tickets
        }
        let numbers = changes.tickets.union(afresh).sorted().compactMap { TicketNumber($0) }
        do throws(StoreFailure) {
            try bring(numbers, afresh, entries)
        } catch {
            guard error == .notWritable else { throw error }
            for number in numbers { try fit(number, afresh, entries) }
        }
    }

    private func bring(
        _ numbers: [TicketNumber], _ afresh: Set<Int64>, _ entries: SearchEntries
    ) throws(StoreFailure) {
        let removed = try together(entries) { filling throws(StoreFailure) in
            var removed = false
            for number in numbers {
                if try filling.bring(number, afresh: afresh.contains(number.value)) { removed = true }
            }
            return removed
        }
        if removed { progress.withLock { $0.owesPurge = true } }
    }

    /// One that does not fit even when room was made is not searched at all.
    private func fit(_ number: TicketNumber, _ afresh: Set<Int64>, _ entries: SearchEntries) throws(StoreFailure) {
        for _ in 0..<Limits.searchEvictions {
            do throws(StoreFailure) {
                return try bring([number], afresh, entries)
            } catch {
                guard error == .notWritable else { throw error }
                try evict(entries, part: Limits.searchEvictedForOne, also: number)
            }
        }
    }

    private func fill(_ entries: SearchEntries) throws(StoreFailure) -> SearchStep {
        let key = progress.withLock { $0.key }
        var (page, isFull): ([PageKey], Bool) = ([], false)
        do throws(StoreFailure) {
            page = try together(entries) { filling throws(StoreFailure) in
                let page = try filling.tickets(after: key, limit: Limits.searchTickets)
                for key in page { if let number = TicketNumber(key.number) { try filling.bring(number) } }
                return page
            }
        } catch {
            guard error == .notWritable else { throw error }
            (page, isFull) = try fillUp(after: key, entries)
        }
        let bytes = try entries.bytes()
        isFull = isFull || bytes > softLimit
        progress.withLock { $0.note(page, bytes: bytes, isFull: isFull) }
        guard page.count < Limits.searchTickets || isFull else { return .goesOn }
        let counts = try entries.counts()
        let coverage = coverage
        return .filled(
            SearchFigures(
                tickets: counts.tickets, messages: counts.messages, bytes: coverage.bytes,
                isComplete: coverage.isComplete))
    }

    /// As many of a page as fit, one by one. One that would not even if there were room is passed over.
    private func fillUp(
        after key: PageKey?, _ entries: SearchEntries
    ) throws(StoreFailure) -> (page: [PageKey], isFull: Bool) {
        let page = try together(entries) { filling throws(StoreFailure) in
            try filling.tickets(after: key, limit: Limits.searchTickets)
        }
        for (index, key) in page.enumerated() {
            guard let number = TicketNumber(key.number) else { continue }
            do throws(StoreFailure) {
                try bring([number], [], entries)
            } catch {
                guard error == .notWritable else { throw error }
                if try entries.bytes() > limit / 2 { return (Array(page[..<index]), true) }
                progress.withLock { $0.isPartial = true }
            }
        }
        return (page, false)
    }

    private func makeRoom(_ entries: SearchEntries) throws(StoreFailure) {
        let bytes = try entries.bytes()
        progress.withLock { $0.bytes = bytes }
        // While entries are written anew they take more than they will.
        guard bytes > softLimit, !progress.withLock({ $0.isPurging }) else { return }
        try evict(entries, part: Limits.searchEvictedPart)
    }

    /// Lets go of a part of the tickets, and says from when on the rest is complete.
    private func evict(
        _ entries: SearchEntries, part: Int, also number: TicketNumber? = nil
    ) throws(StoreFailure) {
        // What is deleted is first written down as deleted, and what is written anew is there twice for a while.
        try entries.bound(to: limit * 2 + Limits.searchLeastBytes)
        let count = try entries.counts().tickets / part + 1
        let reaches = try transaction(entries) { () throws(StoreFailure) in
            if let number { _ = try entries.forget(number) }
            let oldest = try entries.oldest(count)
            for place in oldest { try entries.forget(place.ticket) }
            return oldest.last?.updatedAt
        }
        if try entries.purge(isFirst: true) { while try entries.purge(isFirst: false) {} }
        try entries.bound(to: limit)
        let bytes = try entries.bytes()
        progress.withLock { $0.noteEviction(reaches: reaches, bytes: bytes) }
    }

    /// Room is left for the entries that are written anew.
    private var softLimit: Int { limit / 100 * Limits.searchFilledPercent }

    /// Reads the desk as it is now and writes the words, all of it or nothing.
    private func together<Value>(
        _ entries: SearchEntries, _ body: (SearchFilling) throws(StoreFailure) -> Value
    ) throws(StoreFailure) -> Value {
        try engine.readHere { session throws(StoreFailure) in
            try transaction(entries) { () throws(StoreFailure) in
                try body(SearchFilling(records: DeskRecords(session, sealer: sealer), entries: entries))
            }
        }
    }

    private func transaction<Value>(
        _ entries: SearchEntries, _ body: () throws(StoreFailure) -> Value
    ) throws(StoreFailure) -> Value {
        guard let session = entries.session as? SQLiteSession else { throw .damaged }
        return try session.transaction { _ throws(StoreFailure) in try body() }
    }

    func perform<Value: Sendable>(
        _ body: @escaping @Sendable (SearchEntries) throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value {
        let result: Result<Value, StoreFailure> = await withCheckedContinuation { continuation in
            queue.asyncWriteWithoutTransaction { database in
                do throws(StoreFailure) {
                    continuation.resume(returning: .success(try body(SearchEntries(session: SQLiteSession(database)))))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }

    /// How many tickets there are, so that the filling can say how far it is.
    func expect(_ tickets: Int) { progress.withLock { $0.expected = tickets } }
}
