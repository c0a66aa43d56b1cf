package import Desk
package import Foundation
internal import Vault

/// How exports end: the way to open one goes first, then its key, then its file, then nothing is left but that it was.
extension Store {
    package func shredExport(
        _ id: ExportID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let changed = try session.run(
                "UPDATE export SET state = ?, key = NULL WHERE id = ? AND state IN (?, ?)",
                [
                    .text(Export.State.shredding.rawValue), .id(id.object), .text(Export.State.planned.rawValue),
                    .text(Export.State.ready.rawValue),
                ])
            guard changed == 1 else { return false }
            try AuditLog(session, keys: sealer.keys).append(
                .exportEnded(id), by: author.auditName, at: Moment.milliseconds(now))
            return true
        }
    }

    package func sweepExports(now: Date) async throws(StoreFailure) -> Int {
        let (engine, folder) = (engine, ExportFolder(of: engine))
        let open = try await engine.read { session throws(StoreFailure) in
            try session.all("\(ExportRow.select) WHERE gone_at IS NULL ORDER BY id", []) { row throws(StoreFailure) in
                try ExportRow(row).export
            }
        }
        let files = try await engine.offload { () throws(StoreFailure) in try folder.files() }
        let present = Set(files.compactMap(\.export))
        for export in open where export.state == .ready {
            // A restored database knows files that were not restored with it.
            guard !export.isOpenable(at: now) || !present.contains(export.id) else { continue }
            _ = try await shredExport(export.id, by: .daemon, now: now)
        }
        let ended = try await shredding()
        Fault.point(.x5)
        for id in ended { try await end(id, folder, now: now) }
        let known = Set(open.filter { $0.state != .shredding }.map(\.id)).subtracting(ended)
        try await removeOrphans(files, known: known, folder)
        return ended.count
    }

    private func shredding() async throws(StoreFailure) -> [ExportID] {
        try await engine.read { session throws(StoreFailure) in
            try session.all(
                "SELECT id FROM export WHERE gone_at IS NULL AND state = ? ORDER BY id",
                [.text(Export.State.shredding.rawValue)]
            ) { row throws(StoreFailure) in ExportID(try row.id(0)) }
        }
    }

    private func end(_ id: ExportID, _ folder: ExportFolder, now: Date) async throws(StoreFailure) {
        let (keys, engine) = (keys, engine)
        try await engine.offload { () throws(StoreFailure) in
            try vault { () throws(VaultFailure) in try keys.destroyKeys(of: id.object) }
            Fault.point(.x6)
            try folder.remove(id)
            Fault.point(.x7)
        }
        try await engine.write { session throws(StoreFailure) in
            try session.run(
                "UPDATE export SET state = ?, gone_at = ? WHERE id = ?",
                [.text(Export.State.gone.rawValue), .integer(Moment.minute(now)), .id(id.object)])
        }
    }

    /// Files that no export has, or whose export is over.
    private func removeOrphans(
        _ files: [(name: String, export: ExportID?)], known: Set<ExportID>, _ folder: ExportFolder
    ) async throws(StoreFailure) {
        for file in files {
            if let id = file.export {
                guard !known.contains(id) else { continue }
                // One that was planned since the look.
                let state = try await exportRow(id)?.export.state
                if state == .planned || state == .ready { continue }
            }
            try await engine.offload { () throws(StoreFailure) in try folder.remove(file.name) }
        }
    }
}
