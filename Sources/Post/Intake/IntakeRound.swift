internal import Desk
internal import Foundation

/// The intake of one opened folder: meets it, tells the server what it does not know yet, imports what is new.
///
/// A mail is fetched, recorded as attempted, read, accepted, and only then is the server told. Each batch is fetched
/// while the one before it is stored, and told while the one after it is. Restartable at every await.
struct IntakeRound {
    let profile: MailboxProfile
    let mailbox: any Mailbox
    let store: any IntakeStore
    let board: MailboxBoard
    let settings: CurrentSettings
    let world: World
    let folder: FolderState
    let observe: @Sendable (MailboxWatcher.Observation) -> Void
    /// What was there before us: with `start = "all"` an archive, else left alone.
    private var oldBelow: UInt32 = 0
    private var firstContact = Date(timeIntervalSince1970: 0)
    /// How often FETCH did not bring a listed mail. The cursor never passes one of these.
    private var missed: [UInt32: Int] = [:]
    /// Of these the store said that it failed, and not a crash.
    private var failedHere: Set<UInt32> = []
    /// Attempted once, and no longer on the server: there is nothing left to look for.
    private var gone: Set<UInt32> = []

    init(
        profile: MailboxProfile, mailbox: any Mailbox, store: any IntakeStore, board: MailboxBoard,
        settings: CurrentSettings, world: World, folder: FolderState,
        observe: @escaping @Sendable (MailboxWatcher.Observation) -> Void
    ) {
        self.profile = profile
        self.mailbox = mailbox
        self.store = store
        self.board = board
        self.settings = settings
        self.world = world
        self.folder = folder
        self.observe = observe
    }

    /// First contact, or a folder numbered anew: decides where to begin.
    mutating func meet() async throws(IntakeFailure) {
        do {
            let state = try await store.intakeState(mailbox: profile.name, folder: profile.folder)
            guard let state else { return try await begin() }
            guard state.uidValidity != folder.uidValidity else {
                (oldBelow, firstContact) = (state.oldBelow, state.firstContact)
                return
            }
            observe(.renumbered)
            // Everything is looked at again, known mail is no event, and what is older than our first visit stays old.
            (oldBelow, firstContact) = (try await nextUID(), state.firstContact)
            try await begin(after: 0)
        } catch {
            throw IntakeFailure(error)
        }
    }

    /// False when something is left that must be tried again soon.
    mutating func importNews() async throws(IntakeFailure) -> Bool {
        do {
            guard let state = try await store.intakeState(mailbox: profile.name, folder: profile.folder) else {
                return false
            }
            var isComplete = try await resume(state.unsettled)
            let listed = try await mailbox.list(after: state.lastUID)
            missed = missed.filter { missing in listed.contains { $0.uid == missing.key } }
            let wanted = profile.start == .all ? listed : listed.filter { !isOld($0) }
            isComplete = try await importAll(batches(of: wanted), count: wanted.count) && isComplete
            return isComplete && listed.count < Limits.listed
        } catch {
            throw IntakeFailure(error)
        }
    }

    // The verbs above, in call order.

    private mutating func begin() async throws {
        (oldBelow, firstContact) = (try await nextUID(), world.now())
        switch profile.start {
        case .all: try await begin(after: 0)
        case .new: try await begin(after: oldBelow - 1)
        case .unseen:
            // The cursor starts at the end, so that later mail counts however soon somebody reads it; what nobody has
            // read yet becomes a durable list of things to do.
            let last = oldBelow - 1
            var unseen: [UInt32] = []
            var cursor: UInt32 = 0
            while cursor < last {
                let page = try await mailbox.list(after: cursor)
                unseen += page.filter { !$0.isSeen && $0.uid <= last }.map(\.uid)
                cursor = page.last?.uid ?? last
            }
            try await begin(after: last, waiting: unseen)
        }
    }

    private func begin(after uid: UInt32, waiting: [UInt32] = []) async throws {
        try await store.beginIntake(
            mailbox: profile.name, folder: profile.folder, uidValidity: folder.uidValidity,
            IntakeBeginning(after: uid, waiting: waiting, oldBelow: oldBelow, firstContact: firstContact))
    }

    /// There before us, by number and by date: a server that renumbers a folder makes old mail look new. In doubt an
    /// archive counts it as old, so that nobody is acknowledged; the others take it, so that nothing is lost.
    private func isOld(_ message: ListedMessage) -> Bool {
        guard message.uid < oldBelow else { return false }
        guard let date = message.internalDate else { return profile.start == .all }
        return profile.start == .all ? date <= firstContact : date < firstContact
    }

    private func batches(of listed: [ListedMessage]) -> [[ListedMessage]] {
        IntakeBatches(listed, maximumMessageSize: profile.maximumMessageSize, isOld: isOld).batches
    }

    /// At least 1.
    private func nextUID() async throws -> UInt32 {
        if let next = folder.nextUID { return max(next, 1) }
        var last: UInt32 = 0
        while let highest = try await mailbox.list(after: last).last?.uid { last = highest }
        return last == .max ? last : last + 1
    }

    /// Told first, then what an unclean end or a failure left, one mail at a time.
    private mutating func resume(_ unsettled: [IntakeState.Unsettled]) async throws -> Bool {
        let owed = unsettled.filter { $0.state != .quarantined && !gone.contains($0.uid) }
        guard let lowest = owed.map(\.uid).min() else { return true }
        let listed = try await mailbox.list(after: max(lowest, 1) - 1)
        // A listing is bounded; of what lies beyond it nobody knows yet whether it is there.
        let horizon = listed.count < Limits.listed ? UInt32.max : listed.last?.uid ?? 0
        var present: [UInt32: ListedMessage] = [:]
        for message in listed { present[message.uid] = message }
        let untold = owed.filter { $0.state == .acceptedNotTold && $0.uid <= horizon }.map(\.uid)
        // Oversized mail is shown as a ticket and stays where it is.
        let staying = untold.filter { (present[$0]?.size ?? 0) > profile.maximumMessageSize }
        try await tell(untold.filter { !staying.contains($0) }, staying: staying)
        var isComplete = owed.allSatisfy { $0.uid <= horizon }
        let waiting = owed.filter { $0.state == .waiting && $0.uid <= horizon }.map(\.uid).sorted()
        isComplete = try await importWaiting(waiting.compactMap { present[$0] }) && isComplete
        for uid in waiting where present[uid] == nil { try await forget(uid) }
        for uid in owed.filter({ $0.state == .attempting && $0.uid <= horizon }).map(\.uid).sorted() {
            try Task.checkCancellation()
            if let message = present[uid] {
                isComplete = try await importAlone(message) && isComplete
            } else {
                try await forget(uid)
            }
        }
        return isComplete
    }

    /// Somebody removed it from the server before we had it.
    private mutating func forget(_ uid: UInt32) async throws {
        gone.insert(uid)
        try await store.recordTold(mailbox: profile.name, folder: profile.folder, uids: [uid], copies: [:])
    }

    /// What was unseen at the first contact: live mail, whatever its age.
    private mutating func importWaiting(_ messages: [ListedMessage]) async throws -> Bool {
        guard !messages.isEmpty else { return true }
        let batches = IntakeBatches(messages, maximumMessageSize: profile.maximumMessageSize).batches
        return try await importAll(batches, count: messages.count, isLive: true)
    }

    private mutating func importAlone(_ message: ListedMessage) async throws -> Bool {
        var batch = try await fetch([message], isLive: profile.start != .all)
        Fault.point(.i1)
        let attempts = try await store.recordAttempt(
            mailbox: profile.name, folder: profile.folder, uids: [message.uid], alone: true)
        Fault.point(.i2)
        if attempts[message.uid, default: 0] > Desk.Limits.intakeAttempts {
            // Nobody parses it again (mail.md "Poison").
            let reason: QuarantineReason =
                failedHere.contains(message.uid) || batch.arrivals.isEmpty ? .couldNotBeStored : .stoppedTheDaemon
            batch.giveUp(on: message, because: reason, now: world.now())
        }
        guard !batch.arrivals.isEmpty else { return false }
        let accepted = try await accept(batch)
        failedHere.formUnion(accepted.failed)
        try await tell(accepted.settling, staying: accepted.staying)
        return accepted.failed.isEmpty
    }

    private mutating func importAll(
        _ batches: [[ListedMessage]], count: Int, isLive: Bool = false
    ) async throws -> Bool {
        guard let first = batches.first else { return true }
        var remaining = count
        board.report(.importing(remaining: remaining), of: profile.name)
        var current = try await fetch(first, isLive: isLive)
        var untold = Accepted()
        var isComplete = true
        for index in batches.indices {
            let isCut = try await resolveGaps(&current)
            let next = index + 1 < batches.count && !isCut ? batches[index + 1] : []
            let (round, previous, batch) = (self, untold, current)
            async let following = round.fetch(next, isLive: isLive)
            async let told: Void = round.tell(previous.settling, staying: previous.staying)
            untold = try await round.store(batch)
            try await told
            current = try await following
            failedHere.formUnion(untold.failed)
            isComplete = isComplete && untold.failed.isEmpty
            remaining -= batches[index].count
            board.report(.importing(remaining: max(0, remaining)), of: profile.name)
            if isCut {
                try await tell(untold.settling, staying: untold.staying)
                return false
            }
        }
        try await tell(untold.settling, staying: untold.staying)
        return isComplete
    }

    /// A mail that is listed and does not come is asked for again in later rounds, and nothing above it is taken
    /// meanwhile. When it still does not come, it becomes a ticket that says so. True when the batch was cut.
    private mutating func resolveGaps(_ batch: inout FetchedBatch) async throws -> Bool {
        let missing = batch.missing
        for message in missing { missed[message.uid, default: 0] += 1 }
        for message in missing {
            if missed[message.uid, default: 0] < Limits.fetchTries {
                batch.cut(before: message.uid)
                return true
            }
            if let headers = try await mailbox.fetchHeaders([message.uid]).first {
                batch.add(tooLarge: message, headers: headers.bytes, now: world.now())
            } else {
                batch.giveUp(on: message, because: .couldNotBeStored, now: world.now())
            }
        }
        return false
    }

    private func fetch(_ messages: [ListedMessage], isLive: Bool) async throws -> FetchedBatch {
        guard !messages.isEmpty else { return FetchedBatch() }
        let large = messages.filter { $0.size > profile.maximumMessageSize }
        let whole = messages.filter { $0.size <= profile.maximumMessageSize }
        var batch = FetchedBatch(listed: messages, isArchive: !isLive && profile.start == .all && isOld(messages[0]))
        for message in try await mailbox.fetch(whole.map(\.uid)) {
            batch.add(message, maximumMessageSize: profile.maximumMessageSize, now: world.now())
        }
        for headers in try await mailbox.fetchHeaders(large.map(\.uid)) {
            if let message = large.first(where: { $0.uid == headers.uid }) {
                batch.add(tooLarge: message, headers: headers.bytes, now: world.now())
            }
        }
        return batch
    }

    private func store(_ batch: FetchedBatch) async throws -> Accepted {
        guard !batch.arrivals.isEmpty else { return Accepted() }
        Fault.point(.i1)
        _ = try await store.recordAttempt(
            mailbox: profile.name, folder: profile.folder, uids: batch.arrivals.map(\.uid), alone: false)
        Fault.point(.i2)
        return try await accept(batch)
    }

    private func accept(_ batch: FetchedBatch) async throws -> Accepted {
        let acceptances = try await store.accept(
            IntakeBatch(
                profile: profile, settings: settings.value, folder: profile.folder, uidValidity: folder.uidValidity,
                arrivals: batch.read(), isArchive: batch.isArchive, now: world.now()))
        Fault.point(.i3)
        let accepted = Accepted(acceptances, of: batch)
        board.countImported(accepted.imported, of: profile.name)
        if accepted.imported > 0 { observe(.imported(accepted.imported)) }
        return accepted
    }

    /// What stays is told to the store only: on the server nothing changes.
    private func tell(_ settling: [UInt32], staying: [UInt32]) async throws {
        guard !settling.isEmpty || !staying.isEmpty else { return }
        var copies: [UInt32: ServerCopy] = [:]
        if profile.afterImport == .keep {
            // Erasing must find the copy later, so where it stays is written down.
            for uid in settling {
                copies[uid] = ServerCopy(folder: profile.folder, uidValidity: folder.uidValidity, uid: uid)
            }
        } else if !settling.isEmpty {
            copies = try await mailbox.settle(settling, by: profile.afterImport)
        }
        Fault.point(.i4)
        try await store.recordTold(
            mailbox: profile.name, folder: profile.folder, uids: settling + staying, copies: copies)
    }
}
