import Desk

/// `/u/{token}`: the page behind the link of every mail, and the one click of mail clients (gdpr.md C4).
///
/// Fetching changes nothing, whoever fetches (P13). A POST acts only when it says so in one of three known forms. No
/// cookie, no redirect, no login: the token is the authority. Every link that does not work gets one and the same page.
struct UnsubscribeEndpoint: Sendable {
    let desk: Helpdesk
    let pages: Pages

    func show(_ request: WebRequest) async -> WebResponse {
        do throws(DeskRefusal) {
            if let page = try await desk.noticePage(token: token(of: request)) {
                return .html(200, pages.notices(page, isSaved: false))
            }
            let page = try await desk.unsubscribePage(token: token(of: request))
            guard !page.isUndo else { return .html(200, pages.undo(page)) }
            let consents = try await desk.consentOffers(token: token(of: request), in: page.language)
            return .html(200, pages.landing(page, consents: consents))
        } catch {
            return failed(error, request)
        }
    }

    func submit(_ request: WebRequest) async -> WebResponse {
        guard let submission = UnsubscribeSubmission(request) else { return nothingChanged(request) }
        do throws(DeskRefusal) {
            if try await desk.noticePage(token: token(of: request)) != nil {
                return try await choose(notices: submission, request)
            }
            switch submission {
            case .notices: return nothingChanged(request)
            case .oneClick: return try await oneClick(request)
            case .form(let choice, let dropsRequest): return try await choose(choice, dropsRequest, request)
            case .undo: return try await undo(request)
            case .withdraw(let purpose): return try await withdraw(purpose, request)
            }
        } catch {
            return failed(error, request)
        }
    }

    private func oneClick(_ request: WebRequest) async throws(DeskRefusal) -> WebResponse {
        try await desk.unsubscribe(token: token(of: request), scope: .everything, source: .oneClick)
        return .text(200, "Unsubscribed.\n")
    }

    private func choose(
        _ choice: UnsubscribeSubmission.Choice, _ dropsRequest: Bool, _ request: WebRequest
    ) async throws(DeskRefusal) -> WebResponse {
        let page = try await desk.unsubscribePage(token: token(of: request))
        // Without a ticket neither choice could take effect, and "done" would be a lie.
        guard page.ticket != nil || (choice != .ticket && !dropsRequest) else { return nothingChanged(request) }
        var scope = choice.scope
        if dropsRequest { scope.insert(.dropRequest) }
        try await desk.unsubscribe(token: token(of: request), scope: scope, source: .page)
        return .html(200, pages.done(page, choice: choice, dropsRequest: dropsRequest))
    }

    /// The link stood in a mail to staff: it mutes notices and is no unsubscribe of a customer.
    private func choose(
        notices submission: UnsubscribeSubmission, _ request: WebRequest
    ) async throws(DeskRefusal) -> WebResponse {
        switch submission {
        case .oneClick:
            _ = try await desk.muteNotices(token: token(of: request), source: .oneClick)
            return .text(200, "Unsubscribed.\n")
        case .notices(isMuted: true):
            let page = try await desk.muteNotices(token: token(of: request), source: .page)
            return .html(200, pages.notices(page, isSaved: true))
        case .notices(isMuted: false):
            let page = try await desk.unmuteNotices(token: token(of: request))
            return .html(200, pages.notices(page, isSaved: true))
        case .form, .undo, .withdraw:
            return nothingChanged(request)
        }
    }

    /// Pressed twice it is withdrawn once; the page says the same, as it is true both times.
    private func withdraw(_ purpose: ShortName, _ request: WebRequest) async throws(DeskRefusal) -> WebResponse {
        let page = try await desk.unsubscribePage(token: token(of: request))
        let offers = try await desk.consentOffers(token: token(of: request), in: page.language)
        try await desk.withdrawConsent(token: token(of: request), to: purpose)
        let title = offers.first { $0.purpose == purpose }?.title ?? purpose.value
        return .html(200, pages.withdrawn(title, in: page.language, service: page.serviceName))
    }

    private func undo(_ request: WebRequest) async throws(DeskRefusal) -> WebResponse {
        let page = try await desk.unsubscribePage(token: token(of: request))
        guard page.isUndo else { return nothingChanged(request) }
        let isFirst = try await desk.undoUnsubscribe(token: token(of: request))
        return .html(isFirst ? 200 : 410, pages.undone(page, isFirst: isFirst))
    }

    private func token(of request: WebRequest) -> String {
        request.parameters["token"] ?? ""
    }

    private func nothingChanged(_ request: WebRequest) -> WebResponse {
        .html(400, pages.message(.pageNothingTitle, .pageNothingText, in: language(of: request)))
    }

    /// One page for every link that does not work: a finder of half a link learns nothing from it. Only a store that
    /// cannot be asked is told apart, so that mail clients come again.
    private func failed(_ refusal: DeskRefusal, _ request: WebRequest) -> WebResponse {
        guard case .storage(let failure) = refusal else {
            return .html(404, pages.message(.pageUnknownTitle, .pageUnknownText, in: language(of: request)))
        }
        let wait = failure == .notWritable ? Limits.retryWhenNotWritable : Limits.retryWhenBusy
        return .html(503, pages.message(.pageBusyTitle, .pageBusyText, in: language(of: request)))
            .with("Retry-After", "\(wait)")
    }

    private func language(of request: WebRequest) -> Language {
        AcceptLanguage.preferred(request.header("accept-language"), otherwise: desk.settings.value.language)
    }
}
