import Desk

/// Asking for a copy, fetching it, and ending it before its time.
extension PortalRooms {
    func exports(_ request: WebRequest) async -> WebResponse {
        await visit(request) { (visit) async throws(DeskRefusal) in
            let found = try await desk.ownExports(as: visit.principal)
            return .html(200, pages.portalExports(found, visit, desk.settings.value, now: desk.world.now()))
        }
    }

    func askForExport(_ request: WebRequest) async -> WebResponse {
        await submission(request, ["kind"]) { (visit, form) async throws(DeskRefusal) in
            guard let kind = form.only("kind").flatMap({ Export.Kind(rawValue: $0) }) else {
                return door.refused(request)
            }
            _ = try await desk.askForOwnExport(kind, as: visit.principal)
            return WebResponse(status: 303, headers: [("Location", "exports")])
        }
    }

    /// The archive, or the part that was asked for. Fetching changes nothing but the audit log (P13).
    func download(_ request: WebRequest) async -> WebResponse {
        await visit(request) { (visit) async throws(DeskRefusal) in
            let export = try await desk.openOwnExport(try Self.export(of: request), as: visit.principal)
            guard let contents = export.contents else { throw .notFound(.export) }
            return ExportDownload(desk: desk, export: export, length: contents.bytes)
                .response(range: request.header("range"))
        }
    }

    func endExport(_ request: WebRequest) async -> WebResponse {
        await submission(request) { (visit, _) async throws(DeskRefusal) in
            try await desk.endOwnExport(try Self.export(of: request), as: visit.principal)
            return WebResponse(status: 303, headers: [("Location", "../../exports")])
        }
    }

    private static func export(of request: WebRequest) throws(DeskRefusal) -> ExportID {
        guard let id = ExportID(hex: request.parameters["id"] ?? "") else { throw .notFound(.export) }
        return id
    }
}
