internal import Desk
internal import Vault

/// The audit log inside one transaction: an act and its entry are there together or not at all.
///
/// The head is read where the entry is written, so two writers cannot follow the same one.
struct AuditLog {
    let session: any SQLSession
    let keys: KeyRing

    init(_ session: any SQLSession, keys: KeyRing) {
        self.session = session
        self.keys = keys
    }

    init(_ records: DeskRecords) {
        self.init(records.session, keys: records.sealer.keys)
    }

    /// `actor` is the name of a principal (`Principal.auditName`), `at` in milliseconds.
    func append(_ event: AuditEvent, by actor: String, at: Int64) throws(StoreFailure) {
        let head = try head()
        let (sequence, overflow) = (head?.sequence ?? 0).addingReportingOverflow(1)
        guard !overflow,
            let entry = AuditEntry(
                sequence: UInt64(clamping: sequence), milliseconds: UInt64(clamping: at), event: event.code,
                object: event.object ?? Self.nothing, details: event.details(actor: actor))
        else { throw .damaged }
        let mac = keys.auditMAC(previous: head?.mac ?? AuditChain.genesis, entry: entry.bytes)
        try session.run(
            "INSERT INTO audit (seq, at, event, object, details, mac) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .integer(sequence), .integer(at), .text(event.code), .id(event.object),
                .text(String(decoding: entry.details, as: UTF8.self)), .blob(mac),
            ])
    }

    func head() throws(StoreFailure) -> AuditHead? {
        try session.first("SELECT seq, mac FROM audit ORDER BY seq DESC LIMIT 1", []) { row throws(StoreFailure) in
            AuditHead(sequence: row.integer(0), mac: row.blob(1))
        }
    }

    func records(after sequence: Int64, limit: Int) throws(StoreFailure) -> [AuditRecord] {
        try session.all(
            "SELECT seq, at, event, object, details FROM audit WHERE seq > ? ORDER BY seq LIMIT ?",
            [.integer(sequence), .integer(limit)]
        ) { row throws(StoreFailure) in
            AuditRecord(
                sequence: row.integer(0), at: Moment.date(row.integer(1)), event: row.text(2),
                object: ObjectID(bytes: row.blob(3)), details: row.blob(4))
        }
    }

    /// Reads the chain in pieces, so that a log of years does not have to fit into memory.
    func verdict(against anchors: [AuditHead] = []) throws(StoreFailure) -> AuditVerdict {
        let entries = try session.first("SELECT COUNT(*) FROM audit", []) { row throws(StoreFailure) in row.integer(0) }
        return AuditVerdict(
            entries: entries ?? 0, head: try head(), firstBad: try firstBad(), lostAnchor: try lost(of: anchors))
    }

    /// Whether what lies at the number of an anchor is what the chain makes of everything before, `firstBad` tells.
    private func lost(of anchors: [AuditHead]) throws(StoreFailure) -> Int64? {
        for anchor in anchors.sorted(by: { $0.sequence < $1.sequence }) {
            let mac = try session.first(
                "SELECT mac FROM audit WHERE seq = ?", [.integer(anchor.sequence)]
            ) { row throws(StoreFailure) in row.blob(0) }
            if mac != anchor.mac { return anchor.sequence }
        }
        return nil
    }

    private func firstBad() throws(StoreFailure) -> Int64? {
        let chain = keys.auditChain
        var last: (sequence: UInt64, mac: [UInt8]) = (0, AuditChain.genesis)
        var from = Int64.min
        while true {
            let rows = try rows(from: from)
            // A row that cannot be one of ours ends the part that can be checked, and is itself the bad one.
            let links = rows.prefix { $0.link != nil }.compactMap(\.link)
            if let bad = chain.firstBadSequence(in: links, after: last) { return Int64(clamping: bad) }
            if let link = links.last { last = (link.entry.sequence, link.mac) }
            if links.count < rows.count { return Int64(clamping: last.sequence &+ 1) }
            let (next, overflow) = (rows.last?.sequence ?? .max).addingReportingOverflow(1)
            guard rows.count == Limits.auditLinks, !overflow else { return nil }
            from = next
        }
    }

    private func rows(from sequence: Int64) throws(StoreFailure) -> [(sequence: Int64, link: AuditChain.Link?)] {
        try session.all(
            "SELECT seq, at, event, object, details, mac FROM audit WHERE seq >= ? ORDER BY seq LIMIT ?",
            [.integer(sequence), .integer(Limits.auditLinks)]
        ) { row throws(StoreFailure) in (row.integer(0), Self.link(row)) }
    }

    private static func link(_ row: any SQLRow) -> AuditChain.Link? {
        guard let sequence = UInt64(exactly: row.integer(0)), let at = UInt64(exactly: row.integer(1)) else {
            return nil
        }
        var object = nothing
        if !row.isNull(3) {
            // Written as null, and only so: two spellings of one entry would be a change nobody finds.
            guard let id = ObjectID(bytes: row.blob(3)), id != nothing else { return nil }
            object = id
        }
        guard
            let entry = AuditEntry(
                sequence: sequence, milliseconds: at, event: row.text(2), object: object, stored: row.blob(4))
        else { return nil }
        return AuditChain.Link(entry: entry, mac: row.blob(5))
    }

    /// What is chained in the place of an id where there is none.
    private static let nothing = ObjectID(high: 0, low: 0)
}
