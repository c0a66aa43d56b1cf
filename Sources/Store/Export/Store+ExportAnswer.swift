package import Desk
internal import Foundation

/// Handing a copy to its person as the answer to a request.
extension Store {
    package func answer(
        _ request: RightsRequestID, with export: ExportID, by act: RightsAct, letter: RightsLetter?, author: Principal,
        dispatch: Dispatch
    ) async throws(StoreFailure) -> RightsOutcome {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            try ExportAnswering(
                records: DeskRecords(session, sealer: sealer), author: author, dispatch: dispatch
            ).answer(request, with: export, by: act, letter: letter)
        }
    }

    package func exportsToHand() async throws(StoreFailure) -> [Export] {
        try await engine.read { session throws(StoreFailure) in
            try session.all(
                """
                \(ExportRow.select) WHERE gone_at IS NULL AND state = ? AND author = ? AND handed_at IS NULL
                AND request IN (SELECT id FROM rights_request WHERE state <> 'closed') ORDER BY id
                """, [.text(Export.State.ready.rawValue), .text(Export.ownAuthor)]
            ) { row throws(StoreFailure) in try ExportRow(row).export }
        }
    }
}

/// The decision, its letter, the link and that the copy was handed over, inside one transaction.
struct ExportAnswering {
    let records: DeskRecords
    let author: Principal
    let dispatch: Dispatch

    /// Nothing is written before everything was seen to be legal: what is refused leaves no trace.
    func answer(
        _ id: RightsRequestID, with exportID: ExportID, by act: RightsAct, letter: RightsLetter?
    ) throws(StoreFailure) -> RightsOutcome {
        let now = dispatch.world.now()
        guard let request = try records.rightsRequest(id) else { return .notFound }
        guard let export = try records.export(exportID)?.export, let person = export.person,
            export.isOpenable(at: now), request.person == person, request.right == export.kind.right
        else {
            return .refused(
                .invalid(
                    field: "export",
                    expected: "a copy of the person who asks, of the kind they ask for, that can be fetched now"))
        }
        let day = CalendarDay(now, in: ControllerPlace.zone(ofCountry: request.clock.country))
        do throws(DeskRefusal) {
            _ = try request.after(act, at: now, on: day)
        } catch {
            return .refused(error)
        }
        guard let row = try records.row(ofPerson: person) else { return .notFound }
        switch try PortalRecords(records).send(.export(exportID), to: row, dispatch: dispatch) {
        case .failure(let failure): return .notComposed(failure)
        case .success(nil):
            return .refused(
                .invalid(
                    field: "export",
                    expected: "one of a person whose address is on file; hand it over another way, and close without"))
        case .success: break
        }
        try records.session.run(
            "UPDATE export SET request = ?, handed_at = ? WHERE id = ?",
            [.id(id.object), .integer(Moment.minute(now)), .id(exportID.object)])
        return try RightsWriting(records: records, author: author, dispatch: dispatch)
            .change(id, by: act, letter: letter)
    }
}
