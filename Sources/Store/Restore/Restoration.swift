package import Desk
internal import Foundation
package import Vault

/// Puts a desk and its keys back from copies, and lets nothing come back that was ended after they were made.
///
/// Everything is prepared in a folder of its own, `restoring`, and made true by one renaming; the state table is in
/// `Desk.docc/Restore.md`. The caller holds the store's lock.
package struct Restoration: Sendable {
    /// What a restore is made from.
    package struct Sources: Sendable {
        package let desk: String
        package let keys: String
        /// Folders that may hold the erasure ledger, besides the state folder and those of the copies.
        package let ledgerFolders: [String]
        /// Folders of backups, whose manifests tell how long the ledger was.
        package let backupFolders: [String]

        package init(desk: String, keys: String, ledgerFolders: [String], backupFolders: [String]) {
            self.desk = desk
            self.keys = keys
            self.ledgerFolders = ledgerFolders
            self.backupFolders = backupFolders
        }
    }

    let files: StateFiles
    let sources: Sources
    let root: SecretBytes
    let world: World

    package init(directory: String, sources: Sources, root: SecretBytes, world: World) {
        files = StateFiles(directory: directory)
        self.sources = sources
        self.root = root
        self.world = world
    }

    /// Looks at everything and changes nothing. Throws when a copy cannot be used; a gap in the ledger is part of the
    /// plan, because somebody may decide to live with it.
    package func plan() throws(RestoreFault) -> RestorePlan {
        let (ring, keys) = try openKeys()
        let desk = BackupExamination(sources.desk, root: root, keys: ring)
        guard desk.set != .keys else { throw .mixedUp }
        guard desk.isWhole else { throw .unusable(desk) }
        let marks = try glance(sources.desk) { session throws(StoreFailure) in try DeskMarks(session) }
        let choice = LedgerChoice(among: ledgerFolders, chain: ring.ledgerChain)
        if case .unknown(let line) = choice.reading.rest { throw .ledger(.unknown(line: line)) }
        let waiting = try glance(sources.desk) { session throws(StoreFailure) in try RestoredOutbox.counts(session) }
        let new = choice.reading.entries.filter { $0.sequence > marks.ledger }.map(\.act)
        let knowledge = knowledge(since: marks)
        let gap = choice.gap(knowledge.anchors).map { RestorePlan.Gap(has: $0.has, needs: $0.needs) }
        return RestorePlan(
            desk: desk, keys: keys, ledgerFolder: choice.folder, ledgerLines: choice.reading.entries.count,
            erasures: new.count { if case .erased = $0 { true } else { false } },
            wishes: new.count { if case .suppressed = $0 { true } else { false } },
            lifts: new.count { if case .lifted = $0 { true } else { false } },
            withdrawals: new.count { if case .withdrawn = $0 { true } else { false } },
            restrictions: new.count(where: \.isAboutRestriction), gap: gap, unknown: waiting.unknown,
            withdrawn: waiting.withdrawn, lastTicket: knowledge.lastTicket + Limits.skippedTickets,
            aside: files.hasDesk || files.hasKeys ? ReplacedFiles.folder(in: files.directory, at: world.now()) : nil)
    }

    /// Carries the plan out. It may be ended at any instant: before the commit the old files stand as they were, after
    /// it every start finishes what is left (`RestoredFiles`).
    package func carryOut(_ plan: RestorePlan, acceptsGap: Bool) async throws(RestoreFault) {
        if let gap = plan.gap, !acceptsGap { throw .ledgerGap(has: gap.has, needs: gap.needs) }
        let staging = StateFiles(directory: files.directory + "/" + RestoredFiles.staging)
        try storage { () throws(StoreFailure) in
            try RestoredFiles.remove(staging.directory)
            try StateFiles.makeDirectory(staging.directory)
            for (source, target) in [(sources.desk, staging.desk), (sources.keys, staging.keys)] {
                try RestoredFiles.copy(source, to: target)
            }
        }
        Fault.point(.r1)
        try await prepare(staging, plan)
        Fault.point(.r2)
        let prepared = files.directory + "/" + RestoredFiles.name(at: world.now())
        try storage { () throws(StoreFailure) in
            // Without a line anywhere there is no ledger yet, and the first act begins one.
            for file in [staging.desk, staging.keys, staging.ledger] where StateFiles.exists(file) {
                try StateFiles.sync(file)
            }
            try StateFiles.sync(staging.directory)
            // The commit: from here on the restore goes forward only.
            try StateFiles.move(staging.directory, to: prepared)
            try StateFiles.sync(files.directory)
        }
        Fault.point(.r3)
        try storage { () throws(StoreFailure) in try RestoredFiles.finish(in: files.directory) }
    }

    /// Opens the copies as a store: the ledger is replayed, and then what no copy may bring back is ended.
    private func prepare(_ staging: StateFiles, _ plan: RestorePlan) async throws(RestoreFault) {
        let (keys, cabinet): (KeyRing, SQLiteKeyCabinet)
        let store: Store
        do throws(Store.OpeningFailure) {
            (keys, cabinet) = try Store.openKeys(directory: staging.directory, root: root)
            let choice = LedgerChoice(among: ledgerFolders, chain: keys.ledgerChain)
            do throws(StoreFailure) {
                try LedgerFile(path: staging.ledger).append(choice.bytes, after: 0)
            } catch {
                throw Store.OpeningFailure.storage(error)
            }
            store = try await Store.open(
                directory: staging.directory, keys: keys, cabinet: cabinet, world: world,
                acceptsLedgerGap: plan.gap != nil)
        } catch {
            throw .opening(error)
        }
        do throws(StoreFailure) {
            try await store.makeRestored(plan, now: world.now())
            try store.close()
        } catch {
            throw .storage(error)
        }
    }

    private func openKeys() throws(RestoreFault) -> (KeyRing, BackupExamination) {
        let keys = BackupExamination(sources.keys, root: root, keys: nil)
        guard keys.set != .desk else { throw .mixedUp }
        guard keys.isWhole else { throw .unusable(keys) }
        do throws(Store.OpeningFailure) {
            return (try Store.openKeys(copy: sources.keys, root: root).keys, keys)
        } catch {
            throw .opening(error)
        }
    }

    /// What manifests, the copy and the files that are there now know of the ledger's length and of ticket numbers.
    /// Anchors from before an earlier restore are of another life and do not count.
    private func knowledge(since marks: DeskMarks) -> (anchors: [BackupManifest.Ledger], lastTicket: Int64) {
        var anchors = [BackupManifest.Ledger(sequence: marks.ledger, mac: "")]
        var lastTicket = marks.lastTicket
        let earliest = marks.restoredAt.map { Moment.milliseconds($0) / 1000 } ?? 0
        for manifest in manifests() where manifest.madeAt >= earliest {
            anchors.append(manifest.ledger)
            lastTicket = max(lastTicket, manifest.lastTicket)
        }
        do throws(RestoreFault) {
            let present = try glance(files.desk) { session throws(StoreFailure) in try DeskMarks(session) }
            anchors.append(BackupManifest.Ledger(sequence: present.ledger, mac: ""))
            lastTicket = max(lastTicket, present.lastTicket)
        } catch {
            // The lost disk: what is here cannot be read, which is why somebody restores.
            return (anchors, lastTicket)
        }
        return (anchors, lastTicket)
    }

    private func manifests() -> [BackupManifest] {
        var copies = [sources.desk, sources.keys]
        for folder in sources.backupFolders {
            do throws(StoreFailure) {
                copies += try StateFiles.names(in: folder).filter { $0.hasSuffix(".db") }.map { folder + "/" + $0 }
            } catch {
                continue
            }
        }
        return copies.compactMap(BackupManifest.read)
    }

    private var ledgerFolders: [String] {
        [files.directory] + sources.ledgerFolders
            + [sources.desk, sources.keys].map(StateFiles.folder(of:))
    }

    private func glance<Value>(
        _ path: String, _ body: (any SQLSession) throws(StoreFailure) -> Value
    ) throws(RestoreFault) -> Value {
        try storage { () throws(StoreFailure) in try SQLiteEngine.glance(at: path, body) }
    }

    private func storage<Value>(_ body: () throws(StoreFailure) -> Value) throws(RestoreFault) -> Value {
        do throws(StoreFailure) { return try body() } catch { throw .storage(error) }
    }
}
