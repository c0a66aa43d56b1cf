import Desk
import DeskTesting
import Testing

/// The verbs of texts that are used again, for the table of who may do what.
extension HelpdeskTests {
    static let wordingVerbs = [
        Verb("canned replies", .ticketsRead, elsewhere: .empty) { desk, principal in
            try arrangeWording(desk, .reply)
            return try await !desk.desk.wordings(.reply, as: principal).isEmpty
        },
        Verb("saving a canned reply", .ticketsWrite, elsewhere: .notFound(.mailbox)) { desk, principal in
            let name = try #require(ShortName("r"))
            return try await desk.desk.saveWording(
                .reply, named: name, for: Scenario.mailbox().name, text: "x", as: principal
            ).text == "x"
        },
        Verb("setting a signature", .admin, elsewhere: .notFound(.mailbox)) { desk, principal in
            let name = try #require(ShortName("signature"))
            return try await desk.desk.saveWording(
                .signature, named: name, for: Scenario.mailbox().name, text: "x", as: principal
            ).text == "x"
        },
        Verb("removing a canned reply", .ticketsWrite, elsewhere: .notFound(.mailbox)) { desk, principal in
            let id = try arrangeWording(desk, .reply)
            try await desk.desk.removeWording(id, of: .reply, as: principal)
            return true
        },
    ]

    @discardableResult
    private static func arrangeWording(_ desk: TestDesk, _ kind: Wording.Kind) throws -> WordingID {
        let wording = Wording(
            id: WordingID(from: desk.desk.world), kind: kind, name: try #require(ShortName("r")),
            mailbox: Scenario.mailbox().name, text: "x")
        desk.store.arrange { $0.wordings = [wording] }
        return wording.id
    }
}
