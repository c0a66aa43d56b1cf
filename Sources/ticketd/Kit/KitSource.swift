import Desk
import Web

/// What stands in a kit, read from the desk itself.
struct KitSource {
    let desk: Helpdesk
    let authority: [String]

    func text(of breach: Breach) async throws(DeskRefusal) -> String {
        let (settings, now) = (desk.settings.value, desk.world.now())
        let letters = Language.allCases.compactMap { language in
            BreachLetter.text(about: breach, settings: settings, language: language).map {
                (language: language.rawValue, text: $0)
            }
        }
        let report = try await desk.report(on: breach.number, as: .daemon)
        return KitText(
            breach: APIBreach(breach, at: now), report: report.text, letters: letters,
            people: try await people(of: breach.number), authority: authority, madeAt: now
        ).text
    }

    private func people(of number: BreachNumber) async throws(DeskRefusal) -> [APIAffectedPerson] {
        let limit = Desk.Limits.pageLengthMaximum
        var people: [APIAffectedPerson] = []
        var after: PersonID?
        repeat {
            let page = try await desk.affected(by: number, after: after, limit: limit, as: .daemon)
            people += page.map { APIAffectedPerson($0) }
            after = page.count == limit ? page.last?.person : nil
        } while after != nil
        return people
    }
}
