import Desk

/// `/confirm/{token}`: the page behind the link of double opt-in, and its button (gdpr.md A3).
///
/// Fetching changes nothing, whoever fetches (P13): the scanner that opens every link of a mail consents to nothing.
/// Only the button's own form does. No cookie, no redirect, no login: the token is the authority, and every link that
/// does not work gets one and the same page.
struct ConfirmEndpoint: Sendable {
    let desk: Helpdesk
    let pages: Pages

    func show(_ request: WebRequest) async -> WebResponse {
        do throws(DeskRefusal) {
            let page = try await desk.optInPage(token: token(of: request))
            return .html(200, page.isConfirmed ? pages.confirmed(page) : pages.confirm(page))
        } catch {
            return failed(error, request)
        }
    }

    func submit(_ request: WebRequest) async -> WebResponse {
        guard request.mediaType == "application/x-www-form-urlencoded",
            let form = FormFields(urlEncoded: request.body), form.fields.count == 1,
            let act = Act(rawValue: form.names[0]), form.only(act.rawValue) == "1"
        else {
            return .html(400, pages.message(.pageNothingTitle, .pageNothingText, in: language(of: request)))
        }
        do throws(DeskRefusal) {
            switch act {
            case .confirm:
                return .html(200, pages.confirmed(try await desk.confirmOptIn(token: token(of: request))))
            case .withdraw:
                return .html(200, pages.confirmed(try await desk.withdrawOptIn(token: token(of: request))))
            }
        } catch {
            return failed(error, request)
        }
    }

    /// The two buttons of these pages.
    private enum Act: String {
        case confirm, withdraw
    }

    private func token(of request: WebRequest) -> String {
        request.parameters["token"] ?? ""
    }

    private func failed(_ refusal: DeskRefusal, _ request: WebRequest) -> WebResponse {
        guard case .storage(let failure) = refusal else {
            return .html(404, pages.message(.optInUnknownTitle, .optInUnknownText, in: language(of: request)))
        }
        let wait = failure == .notWritable ? Limits.retryWhenNotWritable : Limits.retryWhenBusy
        return .html(503, pages.message(.pageBusyTitle, .pageBusyText, in: language(of: request)))
            .with("Retry-After", "\(wait)")
    }

    private func language(of request: WebRequest) -> Language {
        AcceptLanguage.preferred(request.header("accept-language"), otherwise: desk.settings.value.language)
    }
}
