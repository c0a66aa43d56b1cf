internal import Desk
internal import Foundation
internal import Glibc
internal import Vault

/// What stands beside a copy, in clear, as `desk-….json`: what it is, when it was made, and where the erasure ledger
/// ended then. It holds counts and keyed hashes, nothing of a person.
///
/// The digest finds damage; whoever can write the folder can write a manifest too, so it proves no origin. That the
/// keys open the copy does.
package struct BackupManifest: Codable, Sendable, Equatable {
    package struct Ledger: Codable, Sendable, Equatable {
        /// The last line's number; 0 for an empty ledger.
        package var sequence: Int64
        /// Its MAC in hexadecimal.
        package var mac: String
    }

    /// 1: this form.
    package var format = 1
    package var set: String
    /// Seconds since 1970.
    package var madeAt: Int64
    package var instance: String
    /// The form of desk.db; for a copy of keys.db, of the desk.db beside it.
    package var schema: Int
    package var tickets: Int
    /// The highest ticket number given so far.
    package var lastTicket: Int64
    package var ledger: Ledger
    package var bytes: Int64
    /// Of the copy, in hexadecimal, as `sha256sum` prints it.
    package var sha256: String

    /// Without size and digest, which are known when the copy is finished.
    init(_ set: BackupSet, at date: Date, of marks: DeskMarks, keys: KeyRing, ledger: LedgerHead?) {
        self.set = set.rawValue
        madeAt = Moment.milliseconds(date) / 1000
        instance = keys.instance.hex
        (schema, tickets, lastTicket) = (marks.schema, marks.tickets, marks.lastTicket)
        self.ledger = Ledger(sequence: ledger?.sequence ?? 0, mac: Hex.encode(ledger?.mac ?? []))
        (bytes, sha256) = (0, "")
    }

    /// The manifest's place for a copy's.
    package static func path(for copy: String) -> String {
        copy.hasSuffix(".db") ? copy.dropLast(3) + ".json" : copy + ".json"
    }

    /// Nil when there is none, or it is none of ours.
    package static func read(for copy: String) -> BackupManifest? {
        do {
            let bytes = try LedgerFile.read(path(for: copy))
            guard !bytes.isEmpty else { return nil }
            let manifest = try JSONDecoder().decode(BackupManifest.self, from: Data(bytes))
            return manifest.format == 1 ? manifest : nil
        } catch {
            return nil
        }
    }

    /// Written whole and synced before it has its name.
    func write(for copy: String) throws(StoreFailure) {
        let bytes: [UInt8]
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            bytes = Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
        } catch {
            throw .damaged
        }
        let path = Self.path(for: copy)
        let unfinished = path + ".unfinished"
        try StateFiles.remove(unfinished)
        try LedgerFile(path: unfinished).append(bytes, after: 0)
        try StateFiles.move(unfinished, to: path)
    }

    /// The digest of a file of any size.
    static func digest(of path: String) throws(StoreFailure) -> String {
        let data: Data
        do {
            // Mapped: a backup may be larger than the memory, and it is read once from end to end.
            data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
        } catch {
            throw .notFound
        }
        return Hex.encode(data.withUnsafeBytes { Digest.sha256($0) })
    }
}
