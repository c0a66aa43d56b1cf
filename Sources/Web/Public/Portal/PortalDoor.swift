import Desk
import Mail

/// The way into `/my` and out of it: asking for a link, using it, signing out (gdpr.md A5.3).
///
/// Who asks for a link is told one thing, whether the address is known or not. Fetching a link changes nothing,
/// whoever fetches (P13); pressing its button does, once.
struct PortalDoor: Sendable {
    let desk: Helpdesk
    let pages: Pages

    func askPage(_ request: WebRequest, status: Int = 200, typed: String = "", isInvalid: Bool = false) -> WebResponse {
        .html(
            status,
            pages.portalAsk(
                typed: typed, isInvalid: isInvalid, in: language(of: request), service: desk.settings.value.serviceName)
        )
        .with("Vary", "Accept-Language, Cookie")
    }

    func ask(_ request: WebRequest) async -> WebResponse {
        guard request.isFromHere, let form = request.form, form.names == ["address"], let typed = form.only("address")
        else { return refused(request) }
        guard let address = EmailAddress(typed.trimmed) else {
            return askPage(request, status: 422, typed: typed, isInvalid: true)
        }
        do throws(DeskRefusal) {
            try await desk.askForLink(to: address)
            return .html(200, pages.portalSent(in: language(of: request), service: desk.settings.value.serviceName))
        } catch {
            return failed(error, request)
        }
    }

    func showLink(_ request: WebRequest) async -> WebResponse {
        do throws(DeskRefusal) {
            let page = try await desk.linkPage(token: request.parameters["token"] ?? "")
            return .html(
                200,
                pages.portalPress(page, in: language(of: request), service: desk.settings.value.serviceName))
        } catch {
            return failed(error, request)
        }
    }

    func useLink(_ request: WebRequest) async -> WebResponse {
        guard request.isFromHere, let form = request.form, form.names == ["use"], form.only("use") == "1" else {
            return refused(request)
        }
        do throws(DeskRefusal) {
            let use = try await desk.useLink(
                token: request.parameters["token"] ?? "", replacing: PortalCookie.session(of: request))
            switch use {
            case .signedInForCopy(let session):
                return WebResponse(status: 303, headers: [("Location", "../exports")])
                    .with("Set-Cookie", PortalCookie.setting(session))
            case .signedIn(let session):
                // RFC 9110 §15.4.4: what is fetched next is another page, and coming back here presses nothing.
                return WebResponse(status: 303, headers: [("Location", "../../my")])
                    .with("Set-Cookie", PortalCookie.setting(session))
            case .proved(let reference):
                return .html(
                    200,
                    pages.portalProved(
                        reference: reference, in: language(of: request), service: desk.settings.value.serviceName))
            }
        } catch {
            return failed(error, request)
        }
    }

    func signOut(_ request: WebRequest) async -> WebResponse {
        guard let session = PortalCookie.session(of: request), request.isFromHere, let form = request.form,
            form.names == ["key"], form.only("key") == session.formKey
        else { return refused(request) }
        do throws(DeskRefusal) {
            try await desk.signOut(session)
        } catch {
            return failed(error, request)
        }
        let title = Phrase.portalSignedOut
        return .html(200, pages.portalNotice(title, nil, isGood: true, depth: 1, in: language(of: request)))
            .with("Set-Cookie", PortalCookie.clearing)
    }

    /// What could not be read, came from another site, or bears the key of another session: nothing was changed.
    func refused(_ request: WebRequest) -> WebResponse {
        .html(
            403,
            pages.portalNotice(.portalOutTitle, .portalOutText, depth: request.depth, in: language(of: request)))
    }

    func failed(_ refusal: DeskRefusal, _ request: WebRequest) -> WebResponse {
        switch refusal {
        case .storage(let failure):
            let wait = failure == .notWritable ? Limits.retryWhenNotWritable : Limits.retryWhenBusy
            return .html(
                503,
                pages.portalNotice(.pageBusyTitle, .pageBusyText, depth: request.depth, in: language(of: request))
            )
            .with("Retry-After", "\(wait)")
        case .notFound(.link):
            return .html(
                404,
                pages.portalNotice(.portalDeadTitle, .portalDeadText, depth: request.depth, in: language(of: request)))
        case .sendingRefused:
            return .html(
                503,
                pages.portalNotice(
                    .portalNoMailTitle, .portalNoMailText, depth: request.depth, in: language(of: request)))
        case .invalid, .conflict, .forbidden, .notFound:
            return .html(
                404,
                pages.portalNotice(.portalNoneTitle, .portalNoneText, depth: request.depth, in: language(of: request)))
        }
    }

    func language(of request: WebRequest) -> Language {
        AcceptLanguage.preferred(request.header("accept-language"), otherwise: desk.settings.value.language)
    }
}

extension WebRequest {
    /// Whether a form was sent from a page of ours, as far as the browser says (Fetch Metadata). The browsers that do
    /// not say are held back by the session's key; a stranger's site could at most sign its reader in as the stranger.
    var isFromHere: Bool {
        switch header("sec-fetch-site") {
        case "cross-site", "same-site": false
        default: true
        }
    }

    /// The fields of a form of ours.
    var form: FormFields? {
        guard mediaType == "application/x-www-form-urlencoded" else { return nil }
        return FormFields(
            urlEncoded: body, upTo: Limits.portalFormBytes, fieldLimit: Limits.portalFormBytes)
    }

    /// How many folders the page stands below the root.
    var depth: Int { max(0, path.split(separator: "/", omittingEmptySubsequences: false).count - 2) }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
