internal import Desk
internal import Vault

/// An export as it lies: what may be shown of it, and what opens its file.
struct ExportRow: Sendable {
    var export: Export
    /// nil before the file is begun, and once it must not open any more.
    var key: [UInt8]?

    static let select = """
        SELECT id, kind, state, person, request, asked_at, how, author, key, bytes, messages, attachments, covered,
               ready_at, expires_at, gone_at, handed_at
        FROM export
        """

    /// In the order of `select`.
    init(_ row: any SQLRow) throws(StoreFailure) {
        guard let kind = Export.Kind(rawValue: row.text(1)), let state = Export.State(rawValue: row.text(2)),
            let how = ErasureVerification.How(rawValue: row.text(6))
        else { throw .damaged }
        export = Export(
            id: ExportID(try row.id(0)), kind: kind, state: state, person: try row.idIfAny(3).map { PersonID($0) },
            request: try row.idIfAny(4).map { RightsRequestID($0) }, how: how, author: row.text(7),
            askedAt: Moment.date(row.integer(5)), readyAt: row.integerIfAny(13).map(Moment.date),
            expiresAt: row.integerIfAny(14).map(Moment.date), goneAt: row.integerIfAny(15).map(Moment.date),
            handedAt: row.integerIfAny(16).map(Moment.date))
        if let bytes = row.integerIfAny(9) {
            export.contents = Export.Contents(
                bytes: Int(clamping: bytes), messages: Int(clamping: row.integer(10)),
                attachments: Int(clamping: row.integer(11)), covered: Int(clamping: row.integer(12)))
        }
        key = row.blobIfAny(8)
    }
}
