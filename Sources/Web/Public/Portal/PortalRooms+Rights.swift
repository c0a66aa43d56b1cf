import Desk

/// Consents, the name, and objections.
extension PortalRooms {
    func consents(_ request: WebRequest) async -> WebResponse {
        await visit(request) { (visit) async throws(DeskRefusal) in
            let found = try await desk.ownConsents(in: visit.language, as: visit.principal)
            return .html(200, pages.portalConsents(found, visit, desk.settings.value))
        }
    }

    /// One click, no reason: as easy as giving it was (Art. 7(3)).
    func withdrawConsent(_ request: WebRequest) async -> WebResponse {
        await submission(request, ["purpose"]) { (visit, form) async throws(DeskRefusal) in
            guard let code = form.only("purpose").flatMap({ ShortName($0) }) else { return door.refused(request) }
            try await desk.withdrawOwnConsent(to: code, as: visit.principal)
            return WebResponse(status: 303, headers: [("Location", "../consents")])
        }
    }

    func name(_ request: WebRequest) async -> WebResponse {
        await visit(request) { (visit) async throws(DeskRefusal) in
            let name = try await desk.ownName(as: visit.principal)
            return .html(200, pages.portalName(PortalName(typed: name ?? ""), visit, desk.settings.value))
        }
    }

    func correctName(_ request: WebRequest) async -> WebResponse {
        await submission(request, ["name"]) { (visit, form) async throws(DeskRefusal) in
            guard let typed = form.only("name") else { return door.refused(request) }
            var name = PortalName(typed: typed)
            do throws(DeskRefusal) {
                try await desk.correctOwnName(typed, as: visit.principal)
                name.outcome = .saved
            } catch {
                guard case .invalid = error else { throw error }
                name.outcome = .unfit
            }
            let status = name.outcome == .unfit ? 422 : 200
            return .html(status, pages.portalName(name, visit, desk.settings.value))
        }
    }

    func objection(_ request: WebRequest) async -> WebResponse {
        await visit(request) { (visit) async throws(DeskRefusal) in
            let standing = PortalObjection(
                isWithoutMarketing: try await desk.isWithoutMarketing(as: visit.principal),
                restriction: try await desk.ownRestrictions(as: visit.principal).first { $0.ground == .objection })
            return .html(200, pages.portalObjection(standing, visit, desk.settings.value))
        }
    }

    /// Against advertising it is absolute; against the rest it withholds until somebody has weighed it (Art. 21).
    func object(_ request: WebRequest) async -> WebResponse {
        await submission(request, ["against", "words"]) { (visit, form) async throws(DeskRefusal) in
            switch form.only("against") {
            case "marketing": try await desk.objectToMarketing(as: visit.principal)
            case "processing":
                guard let words = form.only("words"), words.utf8.count <= Limits.portalWordsBytes else {
                    return door.refused(request)
                }
                _ = try await desk.askForOwnRestriction(on: .objection, wording: words, as: visit.principal)
            default: return door.refused(request)
            }
            return WebResponse(status: 303, headers: [("Location", "objection")])
        }
    }
}

/// The name as it is on file or was typed, and what became of it.
struct PortalName: Sendable {
    enum Outcome: Sendable {
        case untouched, saved, unfit
    }

    var typed: String
    var outcome = Outcome.untouched
}

/// What somebody has objected to.
struct PortalObjection: Sendable {
    var isWithoutMarketing: Bool
    var restriction: Restriction?
}
