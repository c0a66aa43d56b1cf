import Desk
import DeskTesting
import Foundation

/// The verbs that make an agent's day easier, for the table of who may do what.
extension HelpdeskTests {
    static let comfortVerbs = [
        Verb("taking an answer back", .ticketsWrite, elsewhere: .notFound(.ticket)) { desk, principal in
            try await desk.desk.takeBackAnswer(to: desk.number, as: principal) == nil
        },
        Verb("saving a draft", .ticketsWrite, elsewhere: .notFound(.ticket)) { desk, principal in
            try await desk.desk.saveDraft("Use wa", on: desk.number, as: principal).draft.text == "Use wa"
        },
        Verb("reading one's draft", .ticketsWrite, elsewhere: .notFound(.ticket)) { desk, principal in
            arrangeDraft(desk, of: principal)
            return try await !desk.desk.draft(on: desk.number, as: principal).draft.text.isEmpty
        },
        Verb("throwing one's draft away", .ticketsWrite, elsewhere: .notFound(.ticket)) { desk, principal in
            arrangeDraft(desk, of: principal)
            try await desk.desk.removeDraft(on: desk.number, as: principal)
            return true
        },
        Verb("putting a ticket off", .ticketsWrite, elsewhere: .notFound(.ticket)) { desk, principal in
            let until = desk.clock.now.addingTimeInterval(3600)
            return try await desk.desk.snooze(desk.number, until: until, as: principal).snoozedUntil == until
        },
        Verb("bringing a ticket back", .ticketsWrite, elsewhere: .notFound(.ticket)) { desk, principal in
            try await desk.desk.wake(desk.number, as: principal).snoozedUntil == nil
        },
    ]

    private static func arrangeDraft(_ desk: TestDesk, of principal: Principal) {
        let draft = Draft(
            author: principal.auditName, name: "x", text: "Use wa", version: 1, begunAt: TestDesk.start,
            savedAt: TestDesk.start)
        desk.store.arrange { $0.drafts[desk.number] = [draft] }
    }
}
