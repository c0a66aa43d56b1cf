import Foundation

/// Makes the exports that were asked for, and ends those whose time is over. The states are the table in
/// `Desk.docc/Export.md`.
///
/// It retries in one place and never gives up: an export that cannot be made stays visible as planned.
package struct ExportWorker: Sendable {
    package enum Observation: Sendable, Equatable {
        case made(ExportID)
        /// So many exports were shredded.
        case ended(Int)
        /// What it is made of changed all the time; it is tried again.
        case restless(ExportID)
        case storeFailed(StoreFailure)
    }

    package let desk: Helpdesk
    package let observe: @Sendable (Observation) -> Void

    package init(desk: Helpdesk, observe: @escaping @Sendable (Observation) -> Void = { _ in }) {
        self.desk = desk
        self.observe = observe
    }

    /// Works until the task is cancelled. Throws only when the store says that the process must stop.
    package func work() async throws(StoreFailure) {
        var rested: [ExportID: Duration] = [:]
        while !Task.isCancelled {
            do throws(StoreFailure) {
                try await hand()
                let ended = try await desk.store.sweepExports(now: desk.world.now())
                if ended > 0 { observe(.ended(ended)) }
                for export in try await desk.store.plannedExports()
                where (rested[export.id] ?? .zero) <= desk.world.monotonic() {
                    let isMade = try await make(export)
                    rested[export.id] = isMade ? nil : desk.world.monotonic() + Limits.exportRetry
                }
            } catch {
                observe(.storeFailed(error))
                guard error.isTransient else { throw error }
            }
            // Being cancelled is how a rest ends early; the loop looks at that itself.
            do { try await desk.world.sleep(Limits.exportRest) } catch { return }
        }
    }

    /// Makes one export. False when it has to be tried again later.
    package func make(_ export: Export) async throws(StoreFailure) -> Bool {
        for _ in 0..<Limits.exportTries {
            guard let subject = try await desk.store.exportSubject(export.id) else { return true }
            let file: any ExportFile
            do throws(StoreFailure) {
                file = try await desk.store.beginExportFile(export.id)
            } catch .notFound, .keyDestroyed {
                return try await giveUp(export.id)
            }
            var writing = ExportWriting(
                export, of: subject, from: desk.store, to: file, settings: desk.settings.value, world: desk.world)
            do throws(ExportWriting.Failure) {
                let contents = try await writing.write()
                try await finish(export.id, contents, file)
                return true
            } catch {
                switch error {
                case .store(.notFound), .store(.keyDestroyed): return try await giveUp(export.id)
                case .store(let failure): throw failure
                case .archive: continue
                }
            }
        }
        observe(.restless(export.id))
        return false
    }

    /// Hands people what they asked for on their own page: their request is closed, and a link is mailed. What cannot
    /// be handed over by mail stays on that page, and its request with those who answer for it.
    @discardableResult
    package func hand() async throws(StoreFailure) -> Int {
        guard desk.settings.value.sendingRefusal == nil else { return 0 }
        var handed = 0
        for export in try await desk.store.exportsToHand() {
            guard let request = export.request else { continue }
            let outcome = try await desk.store.answer(
                request, with: export.id, by: .decide(.fulfilled, signedOffBy: nil), letter: nil, author: .daemon,
                dispatch: Dispatch(settings: desk.settings.value, keys: desk.keys, world: desk.world))
            if case .done = outcome { handed += 1 }
        }
        if handed > 0 { desk.bells.ringAll() }
        return handed
    }

    /// The person was erased meanwhile, or a restored backup remembers what its keys no longer open.
    private func giveUp(_ id: ExportID) async throws(StoreFailure) -> Bool {
        _ = try await desk.store.shredExport(id, by: .daemon, now: desk.world.now())
        return true
    }

    private func finish(
        _ id: ExportID, _ contents: Export.Contents, _ file: any ExportFile
    ) async throws(ExportWriting.Failure) {
        do throws(StoreFailure) {
            try await file.finish()
            Fault.point(.x3)
            let now = desk.world.now()
            let isReady = try await desk.store.finishExport(
                id, contents, now: now, expiresAt: now.addingTimeInterval(Limits.exportKept.seconds))
            Fault.point(.x4)
            if isReady { observe(.made(id)) }
        } catch {
            throw .store(error)
        }
    }
}
