package import Desk
package import Foundation
internal import Mail
internal import Vault

/// Exports: from an order to a file that can be fetched. How they end is in `Store+ExportEnd`.
extension Store {
    package func planExport(_ order: ExportOrder, now: Date) async throws(StoreFailure) -> ExportPlanning {
        let (sealer, id) = (sealer, ExportID(from: world))
        return try await engine.write(
            after: { session throws(StoreFailure) -> Bool in
                let records = DeskRecords(session, sealer: sealer)
                guard try records.row(ofPerson: order.person) != nil,
                    try records.plannedExport(like: order) == nil,
                    try records.summary(of: order.person).address?.text != ArrivalReading.missingAuthor
                else { return false }
                // A key without an export, should the process end between the two files, opens nothing.
                try vault { () throws(VaultFailure) in try sealer.keys.makePersonKeys(for: [id.object]) }
                return true
            },
            { session, hasKey throws(StoreFailure) in
                let records = DeskRecords(session, sealer: sealer)
                guard try records.row(ofPerson: order.person) != nil else { return .nobody }
                if let earlier = try records.plannedExport(like: order) { return .planned(earlier) }
                guard hasKey else { return .standIn }
                try records.add(order, as: id, now: now)
                try AuditLog(records).append(
                    .exportPlanned(id, order.kind), by: order.author.auditName, at: Moment.milliseconds(now))
                guard let row = try records.export(id) else { throw .damaged }
                return .planned(row.export)
            })
    }

    package func export(_ id: ExportID) async throws(StoreFailure) -> Export? {
        try await exportRow(id)?.export
    }

    package func exports(of person: PersonID?, limit: Int) async throws(StoreFailure) -> [Export] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            if let person { return try DeskRecords(session, sealer: sealer).exports(of: person, limit: limit) }
            return try session.all("\(ExportRow.select) ORDER BY id DESC LIMIT ?", [.integer(limit)]) {
                row throws(StoreFailure) in try ExportRow(row).export
            }
        }
    }

    package func plannedExports() async throws(StoreFailure) -> [Export] {
        try await engine.read { session throws(StoreFailure) in
            try session.all(
                "\(ExportRow.select) WHERE gone_at IS NULL AND state = ? ORDER BY id",
                [.text(Export.State.planned.rawValue)]
            ) { row throws(StoreFailure) in try ExportRow(row).export }
        }
    }

    package func exportSubject(_ id: ExportID) async throws(StoreFailure) -> ExportSubject? {
        // What is withheld from others (Art. 18) is not withheld from the person.
        let sealer = sealer.opening(held: true)
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let row = try records.export(id), row.export.state == .planned,
                var subject = try records.exportSubject(of: row.export)
            else { return nil }
            if row.export.kind == .access, let address = subject.person.address {
                subject.originals = try records.exportedOriginals(of: address)
            }
            return subject
        }
    }

    package func exportedMessages(
        _ id: ExportID, of ticket: ExportedTicket, after position: Int64
    ) async throws(StoreFailure) -> ExportedPage {
        let sealer = sealer.opening(held: true)
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let person = try records.export(id)?.export.person else { throw .notFound }
            return try records.exportedPage(of: ticket, after: position, person: records.summary(of: person))
        }
    }

    package func exportedFile(
        _ file: AttachmentID, of message: ExportedMessage
    ) async throws(StoreFailure) -> [UInt8]? {
        let sealer = sealer.opening(held: true)
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).exportedFile(file, of: message)
        }
    }

    package func exportedOriginal(
        _ original: ExportSubject.Original
    ) async throws(StoreFailure) -> [UInt8]? {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try QuarantineRow.find(original.message, session).map { (row) throws(StoreFailure) in
                try sealer.desk.open(row.content, at: Place.quarantined(original.message))
            }
        }
    }

    package func beginExportFile(_ id: ExportID) async throws(StoreFailure) -> any ExportFile {
        let (sealer, engine) = (sealer, engine)
        let key = try await engine.write { session throws(StoreFailure) -> ContentKey in
            let records = DeskRecords(session, sealer: sealer)
            guard let row = try records.export(id), row.export.state == .planned, let person = row.export.person
            else { throw .notFound }
            let made = try ExportKey(sealer: sealer, id: id).make(for: person)
            try session.run("UPDATE export SET key = ? WHERE id = ?", [.blob(made.wrapped), .id(id.object)])
            return made.key
        }
        let folder = ExportFolder(of: engine)
        return try await engine.offload { () throws(StoreFailure) in
            try folder.make()
            return try SealedExportFile(
                path: folder.file(of: id), sealer: key.fileSealer(at: Place.exportFile(id), file: id.object),
                engine: engine)
        }
    }

    package func finishExport(
        _ id: ExportID, _ contents: Export.Contents, now: Date, expiresAt: Date
    ) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let changed = try session.run(
                """
                UPDATE export SET state = ?, bytes = ?, messages = ?, attachments = ?, covered = ?, ready_at = ?,
                    expires_at = ?
                WHERE id = ? AND state = ? AND key IS NOT NULL
                """,
                [
                    .text(Export.State.ready.rawValue), .integer(contents.bytes), .integer(contents.messages),
                    .integer(contents.attachments), .integer(contents.covered), .integer(Moment.minute(now)),
                    .integer(Moment.milliseconds(expiresAt)), .id(id.object), .text(Export.State.planned.rawValue),
                ])
            guard changed == 1 else { return false }
            try AuditLog(session, keys: sealer.keys).append(
                .exportMade(id, messages: Int64(contents.messages), covered: Int64(contents.covered)),
                by: Principal.daemon.auditName, at: Moment.milliseconds(now))
            return true
        }
    }

    package func exportPiece(
        _ id: ExportID, at index: Int, now: Date
    ) async throws(StoreFailure) -> [UInt8]? {
        let sealer = sealer.opening(held: true)
        guard let row = try await exportRow(id), row.export.isOpenable(at: now), let wrapped = row.key,
            let person = row.export.person, let bytes = row.export.contents?.bytes,
            let layout = SealedFileLayout(bytes: bytes)
        else { return nil }
        let count = Desk.Limits.exportPieceBytes / SealedFileLayout.chunkBytes
        let (first, overflow) = index.multipliedReportingOverflow(by: count)
        guard index >= 0, !overflow, first < layout.chunks else { return nil }
        let chunks = first..<min(first + count, layout.chunks)
        let folder = ExportFolder(of: engine)
        do throws(StoreFailure) {
            let key = try ExportKey(sealer: sealer, id: id).open(wrapped, of: person)
            return try await engine.offload { () throws(StoreFailure) in
                var piece: [UInt8] = []
                piece.reserveCapacity(chunks.count * SealedFileLayout.chunkBytes)
                for chunk in chunks {
                    let sealed = try folder.read(id, layout.place(of: chunk))
                    piece += try vault { () throws(VaultFailure) in
                        try key.openChunk(chunk, in: layout, sealed, at: Place.exportFile(id), file: id.object)
                    }
                }
                return piece
            }
        } catch .keyDestroyed, .notFound {
            return nil
        }
    }

    package func nameExport(
        _ id: ExportID, asAnswerTo request: RightsRequestID
    ) async throws(StoreFailure) -> Bool {
        try await engine.write { session throws(StoreFailure) in
            try session.run(
                """
                UPDATE export SET request = ? WHERE id = ? AND person IN (
                    SELECT person FROM rights_request WHERE id = ? AND person IS NOT NULL)
                """, [.id(request.object), .id(id.object), .id(request.object)]) == 1
        }
    }

    func exportRow(_ id: ExportID) async throws(StoreFailure) -> ExportRow? {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).export(id)
        }
    }
}

extension DeskRecords {
    /// The one of this kind and for this person that is being made. What a person asked for on their own page is handed
    /// to them as it is; what staff ordered is read first, so neither stands for the other.
    fileprivate func plannedExport(like order: ExportOrder) throws(StoreFailure) -> Export? {
        try session.first(
            """
            \(ExportRow.select) WHERE person = ? AND kind = ? AND state = ?
            AND CASE WHEN author = ? THEN 1 ELSE 0 END = ?
            """,
            [
                .id(order.person.object), .text(order.kind.rawValue), .text(Export.State.planned.rawValue),
                .text(Export.ownAuthor), .flag(order.author.auditName == Export.ownAuthor),
            ]
        ) { row throws(StoreFailure) in try ExportRow(row).export }
    }

    fileprivate func add(_ order: ExportOrder, as id: ExportID, now: Date) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO export (id, kind, state, person, request, asked_at, how, verified_by, author)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(id.object), .text(order.kind.rawValue), .text(Export.State.planned.rawValue),
                .id(order.person.object), .id(order.request?.object), .integer(Moment.minute(now)),
                .text(order.verification.how.rawValue),
                .blob(
                    try sealer.desk.seal(
                        Array(Self.statement(of: order.verification).utf8), at: Place.verifier(of: id), padded: true)),
                .text(order.author.auditName),
            ])
    }

    private static func statement(of verification: ErasureVerification) -> String {
        [verification.by, verification.authority].compactMap { $0 }.joined(separator: "\n")
    }
}
