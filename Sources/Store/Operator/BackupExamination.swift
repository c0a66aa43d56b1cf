package import Desk
internal import Foundation
package import Vault

/// A copy opened and looked at whole, without serving it and without writing to it.
package struct BackupExamination: Sendable, Equatable {
    package enum Problem: String, Sendable {
        case notABackup = "it is no copy of desk.db or keys.db"
        case unreadable = "it cannot be read"
        case sizeDiffers = "it has another size than its manifest says"
        case digestDiffers = "it is not the file its manifest was written for"
        case ticketsDiffer = "it has another number of tickets than its manifest says"
        case damaged = "SQLite finds damage in it"
        case foreign = "it belongs to another installation than the keys"
        case newer = "it was made by a newer ticketd"
        case doesNotOpen = "the keys do not open it"
        case wrongRoot = "the root key does not open it"
    }

    package let path: String
    package var set: BackupSet?
    package var manifest: BackupManifest?
    package var problems: [Problem] = []
    /// Tickets in a copy of desk.db, keys of people in one of keys.db.
    package var count = 0

    package var isWhole: Bool { problems.isEmpty && set != nil }

    /// `keys` are needed for a copy of desk.db only, `root` for one of keys.db only.
    package init(_ path: String, root: SecretBytes, keys: KeyRing?) {
        self.path = path
        manifest = BackupManifest.read(for: path)
        do throws(StoreFailure) {
            try compareWithManifest()
            try lookInside(root: root, keys: keys)
        } catch .damaged {
            problems.append(.damaged)
        } catch {
            problems.append(.unreadable)
        }
    }

    private mutating func compareWithManifest() throws(StoreFailure) {
        let size = try StateFiles.size(of: path)
        guard let manifest else { return }
        if manifest.bytes != size {
            problems.append(.sizeDiffers)
        } else if try BackupManifest.digest(of: path) != manifest.sha256 {
            problems.append(.digestDiffers)
        }
    }

    private mutating func lookInside(root: SecretBytes, keys: KeyRing?) throws(StoreFailure) {
        let found = try SQLiteEngine.glance(at: path) { session throws(StoreFailure) in
            try Self.inside(session)
        }
        guard let found else { return problems.append(.notABackup) }
        (set, count) = (found.set, found.count)
        if !found.isSound { problems.append(.damaged) }
        switch found.set {
        case .desk:
            if found.schema > Migration.newest { return problems.append(.newer) }
            if let manifest, manifest.tickets != found.count { problems.append(.ticketsDiffer) }
            guard let keys else { return problems.append(.doesNotOpen) }
            guard found.instance == keys.instance else { return problems.append(.foreign) }
            if !Self.opens(found.canary, keys) { problems.append(.doesNotOpen) }
        case .keys:
            if let problem = Self.problem(ofKeys: path, root: root) { problems.append(problem) }
        }
    }

    private struct Inside {
        var set: BackupSet
        var isSound: Bool
        var count: Int
        var schema = 0
        var instance: ObjectID?
        var canary: [UInt8] = []
    }

    private static func inside(_ session: any SQLSession) throws(StoreFailure) -> Inside? {
        let verdict = try session.first("PRAGMA integrity_check(1)", []) { row throws(StoreFailure) in row.text(0) }
        let isSound = verdict == "ok"
        func has(_ table: String) throws(StoreFailure) -> Bool {
            try session.exists("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [.text(table)])
        }
        func count(_ sql: String) throws(StoreFailure) -> Int {
            try session.first(sql, []) { row throws(StoreFailure) in Int(row.integer(0)) } ?? 0
        }
        if try has("person_key") {
            return Inside(set: .keys, isSound: isSound, count: try count("SELECT COUNT(*) FROM person_key"))
        }
        guard try has("store_mark") else { return nil }
        var inside = Inside(set: .desk, isSound: isSound, count: try count("SELECT COUNT(*) FROM ticket"))
        inside.schema = try Migrator.version(session)
        try session.look("SELECT instance, canary FROM store_mark", []) { row throws(StoreFailure) in
            (inside.instance, inside.canary) = (try row.id(0), row.blob(1))
            return .enough
        }
        return inside
    }

    private static func opens(_ canary: [UInt8], _ keys: KeyRing) -> Bool {
        do throws(StoreFailure) {
            return try Sealer(keys: keys).desk.open(canary, at: Place.canary) == Store.canary
        } catch {
            return false
        }
    }

    private static func problem(ofKeys path: String, root: SecretBytes) -> Problem? {
        do throws(Store.OpeningFailure) {
            let (ring, cabinet) = try Store.openKeys(copy: path, root: root)
            do {
                let canary = try cabinet.wrappedKey(owner: Store.canaryOwner(of: ring), version: nil)
                try cabinet.close()
                return canary.map(ring.opens) == true ? nil : .doesNotOpen
            } catch {
                return .unreadable
            }
        } catch .wrongRoot {
            return .wrongRoot
        } catch {
            return .doesNotOpen
        }
    }
}
