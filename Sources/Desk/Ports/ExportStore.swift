package import Foundation

/// What exporting asks of the store. Each verb takes an export from one state of `Desk.docc/Export.md` to the next, is
/// durable when it returns, and can be said again after a crash.
package protocol ExportStore: Sendable {
    /// Writes down that a copy is wanted, with the key that can be taken away from it.
    func planExport(_ order: ExportOrder, now: Date) async throws(StoreFailure) -> ExportPlanning
    func export(_ id: ExportID) async throws(StoreFailure) -> Export?
    /// Newest first.
    func exports(of person: PersonID?, limit: Int) async throws(StoreFailure) -> [Export]
    /// Those that are still to be made, oldest first.
    func plannedExports() async throws(StoreFailure) -> [Export]
    /// nil when the person is gone, or the export is not planned any more.
    func exportSubject(_ id: ExportID) async throws(StoreFailure) -> ExportSubject?
    /// Messages of one ticket after a position, as far as the ticket reached when the export was begun.
    func exportedMessages(
        _ id: ExportID, of ticket: ExportedTicket, after position: Int64
    ) async throws(StoreFailure) -> ExportedPage
    /// The bytes of an attachment; nil when it is gone.
    func exportedFile(_ file: AttachmentID, of message: ExportedMessage) async throws(StoreFailure) -> [UInt8]?
    /// A mail that is held as it came.
    func exportedOriginal(_ original: ExportSubject.Original) async throws(StoreFailure) -> [UInt8]?
    /// An empty file under a new key, in the place of what an interrupted try left.
    func beginExportFile(_ id: ExportID) async throws(StoreFailure) -> any ExportFile
    /// planned → ready. False when the export was shredded meanwhile.
    func finishExport(
        _ id: ExportID, _ contents: Export.Contents, now: Date, expiresAt: Date
    ) async throws(StoreFailure) -> Bool
    /// Piece by piece, `Limits.exportPieceBytes` each; nil at the end, or when it can be opened no more.
    func exportPiece(_ id: ExportID, at index: Int, now: Date) async throws(StoreFailure) -> [UInt8]?
    /// planned, ready → shredding. False when it is gone already. From then on it opens no more.
    func shredExport(_ id: ExportID, by author: Principal, now: Date) async throws(StoreFailure) -> Bool
    /// Ends what is due: exports whose time is over, keys and files of shredded ones, and files that no export has.
    /// Answers how many ended.
    func sweepExports(now: Date) async throws(StoreFailure) -> Int
    /// Closes a request with this copy as its answer, in one transaction: the decision with its letter, that the copy
    /// was handed over, and a single-use link to the address on file.
    func answer(
        _ request: RightsRequestID, with export: ExportID, by act: RightsAct, letter: RightsLetter?, author: Principal,
        dispatch: Dispatch
    ) async throws(StoreFailure) -> RightsOutcome
    /// Ready copies that people asked for themselves and whose request still waits for them.
    func exportsToHand() async throws(StoreFailure) -> [Export]
    /// Says of an export that it answers this request. False when it is another person's.
    func nameExport(_ id: ExportID, asAnswerTo request: RightsRequestID) async throws(StoreFailure) -> Bool
}

/// A sealed file that is being written. One task writes it, from the first byte to `finish`.
package protocol ExportFile: Sendable {
    func append(_ bytes: [UInt8]) async throws(StoreFailure)
    /// Writes the end and puts the file on the disk.
    func finish() async throws(StoreFailure)
}
