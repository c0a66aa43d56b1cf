import Desk
import Mail

/// `/consent/{purpose}`: the public form of a purpose (Art. 4(11), 7; gdpr.md A3).
///
/// Nothing on it is chosen before somebody chooses, it has one control, works without a script and sets no cookie. What
/// comes back is the same for every address, and takes as long: nothing is looked up before the answer (P15).
struct ConsentEndpoint: Sendable {
    let desk: Helpdesk
    let pages: Pages

    func show(_ request: WebRequest) async -> WebResponse {
        do throws(DeskRefusal) {
            let form = try await desk.consentForm(purpose(of: request), in: language(of: request))
            return .html(200, page(form)).with("Vary", "Accept-Language")
        } catch {
            return failed(error, request)
        }
    }

    func submit(_ request: WebRequest) async -> WebResponse {
        do throws(DeskRefusal) {
            let code = try purpose(of: request)
            guard let submission = ConsentSubmission(request, to: code.value) else { return nothingChanged(request) }
            // In the language of the words that were read, whatever the browser asks for now.
            let form = try await desk.consentForm(code, in: submission.version.language)
            if let trouble = trouble(with: submission, form) {
                return .html(trouble.sentence == .consentChanged ? 409 : 400, page(form, trouble))
            }
            guard let address = EmailAddress(submission.address) else { return nothingChanged(request) }
            try await desk.askForConsent(
                by: form, of: address, age: form.age.map { .atLeast($0) } ?? .notAsked, page: Array(page(form).utf8))
            return .html(200, pages.consentSent(in: form.language, service: form.serviceName))
        } catch {
            return failed(error, request)
        }
    }

    /// The first thing that keeps the form from being an act of consent.
    private func trouble(with submission: ConsentSubmission, _ form: ConsentForm) -> Pages.ConsentTrouble? {
        let sentence: Phrase? =
            if submission.version != form.text.version {
                .consentChanged
            } else if EmailAddress(submission.address) == nil {
                .consentBadAddress
            } else if form.age != nil, submission.isOldEnough == nil {
                .consentNeedsAge
            } else if form.age != nil, submission.isOldEnough == false {
                .consentTooYoung
            } else if !submission.hasTicked {
                .consentMissing
            } else {
                nil
            }
        return sentence.map { Pages.ConsentTrouble($0, address: submission.address) }
    }

    private func page(_ form: ConsentForm, _ trouble: Pages.ConsentTrouble? = nil) -> String {
        pages.consent(form, contact: desk.settings.value.controller.email, trouble: trouble)
    }

    private func purpose(of request: WebRequest) throws(DeskRefusal) -> ShortName {
        guard let code = ShortName(request.parameters["purpose"] ?? "") else { throw .notFound(.purpose) }
        return code
    }

    private func nothingChanged(_ request: WebRequest) -> WebResponse {
        .html(400, pages.message(.pageNothingTitle, .pageNothingText, in: language(of: request)))
    }

    private func failed(_ refusal: DeskRefusal, _ request: WebRequest) -> WebResponse {
        switch refusal {
        case .storage(let failure):
            let wait = failure == .notWritable ? Limits.retryWhenNotWritable : Limits.retryWhenBusy
            return .html(503, pages.message(.pageBusyTitle, .pageBusyText, in: language(of: request)))
                .with("Retry-After", "\(wait)")
        case .sendingRefused:
            return .html(503, pages.message(.pageBusyTitle, .pageBusyText, in: language(of: request)))
        default:
            return .html(404, pages.message(.optInUnknownTitle, .consentUnknownText, in: language(of: request)))
        }
    }

    /// `?lang=de` wins over Accept-Language, which wins over the service's own language.
    private func language(of request: WebRequest) -> Language {
        if let asked = request.queryFields?.only("lang").flatMap(AcceptLanguage.known) { return asked }
        return AcceptLanguage.preferred(request.header("accept-language"), otherwise: desk.settings.value.language)
    }
}
