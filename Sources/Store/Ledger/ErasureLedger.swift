package import Desk
internal import Dispatch
package import Foundation
internal import Synchronization
internal import Vault

/// `erasures.log`: the acts that no restored backup may undo, one chained line for each, on the disk before the act is
/// answered. Opening a store does again what its database lacks (`LedgerReplay`).
///
/// Append through `record`, inside the transaction that carries the act out: transactions are serial, so the ledger
/// has the order of the database. Copies in other folders follow on a thread of their own, because a network disk that
/// hangs must hold up neither the act nor the mail.
package final class ErasureLedger: Sendable {
    private struct End {
        var head: LedgerHead?
        var length: Int
    }

    let chain: LedgerChain
    private let file: LedgerFile
    private let end: Mutex<End>
    private let copies: [LedgerCopy]
    private let copying = DispatchQueue(label: "ticketd.store.ledger")

    /// Reads what there is and writes nothing, but for lines that only a copy has: the copy's folder outlived this
    /// one, and its lines are taken over. A damaged ledger is not opened.
    init(path: String, copies folders: [String], chain: LedgerChain) throws(LedgerFault) {
        self.chain = chain
        let file = LedgerFile(path: path)
        self.file = file
        copies = folders.map { LedgerCopy(folder: $0) }
        var own = try Self.storage { () throws(StoreFailure) in
            LedgerReading(try LedgerFile.read(path), chain: chain)
        }
        if let fault = own.rest.fault { throw fault }
        for copy in copies {
            guard let bytes = copy.bytes() else { continue }
            let reading = LedgerReading(bytes, chain: chain)
            guard reading.length > own.length, reading.continues(own) else { continue }
            let (missing, length) = (Array(bytes[own.length..<reading.length]), own.length)
            try Self.storage { () throws(StoreFailure) in try file.append(missing, after: length) }
            own = reading
        }
        end = Mutex(End(head: own.head, length: own.length))
    }

    var path: String { file.path }
    package var head: LedgerHead? { end.withLock { $0.head } }

    package var status: LedgerStatus {
        let head = head
        return LedgerStatus(sequence: head?.sequence ?? 0, mac: head?.mac ?? [], copies: copies.map(\.status))
    }

    /// Entries after this number, oldest first. Reads the file.
    package func entries(after sequence: Int64) throws(StoreFailure) -> [LedgerEntry] {
        let length = end.withLock { $0.length }
        let reading = LedgerReading(Array(try LedgerFile.read(file.path).prefix(length)), chain: chain)
        guard reading.length == length, reading.rest == .nothing else { throw .damaged }
        return reading.entries.filter { $0.sequence > sequence }
    }

    /// Adds one line and answers it when it is on the disk. `.notWritable` leaves the ledger as it was, and then the
    /// act must not be carried out. Blocks.
    package func append(_ act: LedgerAct, at date: Date) throws(StoreFailure) -> LedgerEntry {
        guard let entry = try append([act], at: date).first else { throw .damaged }
        return entry
    }

    /// As above, for acts that are carried out together: all lines are on the disk, or none.
    package func append(_ acts: [LedgerAct], at date: Date) throws(StoreFailure) -> [LedgerEntry] {
        guard !acts.isEmpty else { return [] }
        let entries = try end.withLock { end throws(StoreFailure) -> [LedgerEntry] in
            var head = end.head
            var (bytes, entries): ([UInt8], [LedgerEntry]) = ([], [])
            for act in acts {
                let (sequence, overflow) = (head?.sequence ?? 0).addingReportingOverflow(1)
                guard !overflow else { throw .damaged }
                let (more, line) = LedgerLine.make(
                    act, sequence: sequence, seconds: Moment.milliseconds(date) / 1000,
                    after: head?.mac ?? LedgerChain.genesis, chain: chain)
                bytes += more
                entries.append(line.entry)
                head = LedgerHead(sequence: sequence, mac: line.mac)
            }
            try file.append(bytes, after: end.length)
            end.head = head
            end.length += bytes.count
            return entries
        }
        copying.async { self.follow() }
        return entries
    }

    /// Returns when every copy was tried; `status` tells how they stand.
    package func copy() async {
        await withCheckedContinuation { continuation in
            copying.async {
                self.follow()
                continuation.resume()
            }
        }
    }

    private static func storage<Value>(
        _ body: () throws(StoreFailure) -> Value
    ) throws(LedgerFault) -> Value {
        do throws(StoreFailure) { return try body() } catch { throw .storage(error) }
    }

    private func follow() {
        let length = end.withLock { $0.length }
        for copy in copies { copy.follow(file.path, length: length) }
    }
}
