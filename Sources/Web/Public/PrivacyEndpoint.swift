import Desk

/// `/privacy` and `/privacy/facts`: generated from the settings in force at this moment, so that they cannot drift.
struct PrivacyEndpoint: Sendable {
    let desk: Helpdesk
    let pages: Pages

    /// `?version=` shows the exact words that somebody was shown once, as text.
    func notice(_ request: WebRequest) async -> WebResponse {
        if let version = request.queryFields?.only("version") { return await words(ofVersion: version) }
        let settings = desk.settings.value
        let notice = PrivacyNotice(settings, in: language(of: request, settings))
        return .html(200, pages.notice(notice, settings)).with("Vary", "Accept-Language")
    }

    func facts(_ request: WebRequest) -> WebResponse {
        let settings = desk.settings.value
        let facts = FactsSheet(settings, in: language(of: request, settings))
        return .html(200, pages.facts(facts, settings)).with("Vary", "Accept-Language")
    }

    private func words(ofVersion version: String) async -> WebResponse {
        do throws(DeskRefusal) {
            guard let text = try await desk.noticeText(ofVersion: version) else {
                return .text(404, "No notice of this version was shown to anybody. /privacy shows the present one.\n")
            }
            return .text(200, text + "\n")
        } catch {
            return .text(503, "The store does not answer. Try again in a minute.\n")
        }
    }

    /// `?lang=de` wins over Accept-Language, which wins over the service's own language.
    private func language(of request: WebRequest, _ settings: DeskSettings) -> Language {
        if let asked = request.queryFields?.only("lang").flatMap(AcceptLanguage.known) { return asked }
        return AcceptLanguage.preferred(request.header("accept-language"), otherwise: settings.language)
    }
}
