import Desk
import DeskTesting
import Foundation
import Mail
import Testing

/// The officer's desk: what is open, the tasks of the year, and one mail for each due date.
struct OfficerBookTests {
    @Test func `nothing is due before anybody looked, and then the year's tasks are`() async throws {
        let test = try TestDesk()
        let before = try await test.desk.officerBook(as: .operatorOnHost)
        #expect(before.tasks.isEmpty && before.open.contains { $0.contains("37(1)") })
        let book = try await Self.assess(test)
        // The day is 2026-09-21: what was due earlier in the year is nobody's fault.
        #expect(book.tasks.first?.key == "2026-impact" && book.tasks.contains { $0.key == "2027-advice" })
        #expect(!book.tasks.contains { $0.key == "2026-advice" })
        #expect(book.tasks.contains { $0.key == "2027-need" && $0.due.text == "2027-09-21" })
    }

    @Test func `what Art 37 and 38 still want is listed until it is there`() async throws {
        let test = try TestDesk()
        var open = try await Self.assess(test).open
        for article in ["38(2)", "38(5)", "appoint"] { #expect(open.contains { $0.contains(article) }, "\(article)") }
        let appointment = OfficerAppointment(
            position: .external, from: "2026-10-01", qualification: "lawyer for data protection")
        open = try await test.desk.appointOfficer(appointment, as: .operatorOnHost).open
        #expect(open.contains { $0.contains("authority") } && open.contains { $0.contains("published") })
        var told = appointment
        (told.toldAuthority, told.published) = ("2026-10-02", "2026-10-02")
        _ = try await test.desk.appointOfficer(told, as: .operatorOnHost)
        var settings = test.desk.settings.value
        settings.mailboxes[1].isConfidential = true
        test.desk.settings.replace(by: settings)
        test.store.arrange { state in
            state.agents.append(
                Agent(
                    id: AgentID(from: test.desk.world), name: "Dora", address: nil, role: .dpo, mailboxes: nil,
                    unixUser: nil, createdAt: TestDesk.start))
        }
        #expect(try await test.desk.officerBook(as: .operatorOnHost).open.isEmpty)
    }

    @Test func `only the officer finishes, moves and adds tasks, and nobody instructs`() async throws {
        let test = try TestDesk()
        _ = try await Self.assess(test)
        for principal in [Principal.operatorOnHost, Self.admin(test), .unmappedLocalUser] {
            await #expect(throws: DeskRefusal.forbidden(.dpo)) {
                try await test.desk.finishOfficerTask("2026-impact", note: "Done.", as: principal)
            }
            await #expect(throws: DeskRefusal.forbidden(.dpo)) {
                try await test.desk.addOfficerTask("Look", article: "39(1)", due: Self.day, as: principal)
            }
        }
        let officer = Self.officer(test)
        let done = try await test.desk.finishOfficerTask("2026-impact", note: "None is needed.", as: officer)
        #expect(done.tasks.first { $0.key == "2026-impact" }?.doneOn?.text == "2026-09-21")
        await #expect(throws: DeskRefusal.self) {
            try await test.desk.finishOfficerTask("2026-impact", note: "Again.", as: officer)
        }
        let moved = try await test.desk.moveOfficerTask(
            "2026-authority", to: Self.day, reasons: "Ill.", as: officer)
        #expect(moved.tasks.first { $0.key == "2026-authority" }?.due == Self.day)
        let added = try await test.desk.addOfficerTask("Read the logs", article: "39(1)(b)", due: Self.day, as: officer)
        #expect(added.tasks.contains { $0.words == "Read the logs" && $0.isOpen })
    }

    @Test func `each due date is mailed to the officer once, and a moved one anew`() async throws {
        let test = try TestDesk()
        let server = StaffServer()
        let watch = OfficerReminderWatch(desk: test.desk, courier: { server })
        await watch.round()
        #expect(server.taken.isEmpty)
        _ = try await Self.assess(test)
        // 2026-09-30 is nine days away; the next one is further than a fortnight.
        server.set(isUp: false)
        await watch.round()
        #expect(server.taken.isEmpty)
        server.set(isUp: true)
        await watch.round()
        await watch.round()
        #expect(server.taken.map(\.recipient.text) == ["dpo@example.com"])
        let text = try #require(server.texts.first)
        #expect(text.contains("2026-impact") && !text.contains("2026-authority"))
        let officer = Self.officer(test)
        _ = try await test.desk.moveOfficerTask("2026-impact", to: Self.day, reasons: "Ill.", as: officer)
        await watch.round()
        #expect(server.taken.count == 1)
        test.clock.advance(by: .seconds(60 * 86_400))
        await watch.round()
        await watch.round()
        #expect(server.taken.count == 2)
        #expect(server.texts.last?.contains("2026-impact") == true && server.texts.last?.contains("2026-12-01") == true)
    }

    @Test func `where no officer is needed, there are no tasks but to think it over`() async throws {
        let test = try TestDesk()
        let book = try await test.desk.assessOfficer(
            yes: [], persons: 3, isVoluntary: false, contact: "Ann, privacy@example.com", reasons: "Three people.",
            as: .operatorOnHost)
        #expect(book.tasks.map(\.key) == ["2027-need"] && book.open.isEmpty)
    }

    private static let day = CalendarDay(number: 20_788)

    private static func assess(_ test: TestDesk) async throws -> OfficerBook {
        try await test.desk.assessOfficer(
            yes: [.specialData], persons: 9, isVoluntary: false, contact: "", reasons: "Health data.",
            as: .operatorOnHost)
    }

    private static func officer(_ test: TestDesk) -> Principal {
        .agent(AgentID(from: test.desk.world), role: .dpo, mailboxes: nil)
    }

    private static func admin(_ test: TestDesk) -> Principal {
        .agent(AgentID(from: test.desk.world), role: .admin, mailboxes: nil)
    }
}
