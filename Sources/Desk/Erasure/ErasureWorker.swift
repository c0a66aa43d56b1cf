import Foundation

/// Carries erasures to their end: takes up what a crash or a waiting time left, reaches the mail servers, certifies,
/// and lets the address go when the confirmation has left. The states are the table in `Desk.docc/Erasure.md`.
///
/// It retries in one place and never gives up: an erasure whose server does not answer stays visible as not finished.
package struct ErasureWorker: Sendable {
    package enum Observation: Sendable, Equatable {
        case finished(ErasureID)
        /// It waits for the data protection officer.
        case held(ErasureID)
        /// A mail server could not be asked; it is tried again.
        case blocked(ErasureID)
        /// The files still hold marks of the person.
        case residue(ErasureID)
        case storeFailed(StoreFailure)
    }

    package let desk: Helpdesk
    /// One folder of one mailbox, not opened yet; nil when the configuration no longer has it.
    package let folder: @Sendable (MailboxProfile, _ name: String) -> (any CopyMailbox)?
    package let observe: @Sendable (Observation) -> Void

    package init(
        desk: Helpdesk, folder: @escaping @Sendable (MailboxProfile, _ name: String) -> (any CopyMailbox)?,
        observe: @escaping @Sendable (Observation) -> Void = { _ in }
    ) {
        self.desk = desk
        self.folder = folder
        self.observe = observe
    }

    /// Works until the task is cancelled. Throws only when the store says that the process must stop.
    package func work() async throws(StoreFailure) {
        var rested: [ErasureID: Duration] = [:]
        var told: Set<ErasureID> = []
        while !Task.isCancelled {
            do throws(StoreFailure) {
                try await desk.endToldRestrictions()
                try await desk.settleWaits()
                for erasure in try await desk.store.unfinishedErasures(now: desk.world.now())
                where (rested[erasure.id] ?? .zero) <= desk.world.monotonic() {
                    if erasure.state == .onHold { continue }
                    if erasure.state == .held {
                        if told.insert(erasure.id).inserted { observe(.held(erasure.id)) }
                        continue
                    }
                    let isBlocked = try await !advance(erasure)
                    rested[erasure.id] = isBlocked ? desk.world.monotonic() + Limits.erasureRetry : nil
                }
            } catch {
                observe(.storeFailed(error))
                guard error.isTransient else { throw error }
            }
            // Being cancelled is how a rest ends early; the loop looks at that itself.
            do { try await desk.world.sleep(Limits.erasureRest) } catch { return }
        }
    }

    /// Takes one erasure as far as it goes now. False when a server kept it.
    package func advance(_ erasure: Erasure) async throws(StoreFailure) -> Bool {
        var state = erasure.state
        if state == .waiting {
            guard let next = try await desk.takeUp(erasure.id), next == .planned else { return true }
            state = next
        }
        if state.isBefore {
            try await desk.carryOut(erasure.id)
            state = .forgotten
        }
        if state == .forgotten {
            guard try await expunge(erasure.id) else {
                observe(.blocked(erasure.id))
                return false
            }
            state = .expunged
        }
        if state == .expunged {
            try await certify(erasure.id)
            state = .certified
        }
        guard state == .certified else { return true }
        if try await desk.store.finishErasure(erasure.id, under: desk.settings.value.erasure, now: desk.world.now()) {
            observe(.finished(erasure.id))
        }
        return true
    }

    private func certify(_ id: ErasureID) async throws(StoreFailure) {
        // What was made for the person opens no more; now its keys and files go, before the files are searched.
        _ = try await desk.store.sweepExports(now: desk.world.now())
        _ = try await desk.store.findMentions(of: id)
        let settings = desk.settings.value
        try await desk.store.certify(
            id, under: settings.erasure, by: Dispatch(settings: settings, keys: desk.keys, world: desk.world))
        Fault.point(.e6)
        desk.bells.ringAll()
        if try await desk.store.erasure(id)?.residue ?? 0 > 0 { observe(.residue(id)) }
    }

    /// False when a server could not be asked.
    private func expunge(_ id: ErasureID) async throws(StoreFailure) -> Bool {
        let copies = try await desk.store.erasedCopies(id)
        guard let address = try await desk.store.erasedAddress(id) else {
            try await desk.store.noteExpunged(id, removed: 0, left: copies.values.map(\.count).reduce(0, +))
            return true
        }
        var count = CopyCount()
        let profiles = desk.settings.value.mailboxes
        for profile in profiles {
            let known = copies[profile.name] ?? []
            for name in folders(of: profile, known) {
                guard let folder = folder(profile, name) else { continue }
                let removal = CopyRemoval(
                    erasure: id, address: address, mailbox: profile, folder: folder, store: desk.store)
                let outcome = await attempt(removal, known.filter { $0.folder == name })
                await folder.close()
                switch outcome {
                case .success(let one): count = count + one
                case .failure(.store(let failure)): throw failure
                case .failure(.mailbox): return false
                }
            }
        }
        Fault.point(.e5)
        // A mailbox that is configured no more cannot be asked.
        let names = Set(profiles.map(\.name))
        count.left += copies.filter { !names.contains($0.key) }.values.map(\.count).reduce(0, +)
        try await desk.store.noteExpunged(id, removed: count.removed, left: count.left)
        return true
    }

    private func attempt(
        _ removal: CopyRemoval, _ known: [ServerCopy]
    ) async -> Result<CopyCount, CopyFailure> {
        do throws(CopyFailure) {
            return .success(try await removal.remove(known: known))
        } catch {
            return .failure(error)
        }
    }

    /// Where mail is read, where it is moved to, and where earlier settings moved it to. The one mail is read from
    /// comes first: a mail that is moved meanwhile is found where it went.
    private func folders(of profile: MailboxProfile, _ known: [ServerCopy]) -> [String] {
        var names = [profile.folder]
        if case .move(let target) = profile.afterImport { names.append(target) }
        for name in Set(known.map(\.folder)).sorted() where !names.contains(name) { names.append(name) }
        return names
    }
}
