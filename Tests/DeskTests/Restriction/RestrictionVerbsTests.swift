import Desk
import DeskTesting
import Foundation
import Mail
import Testing

/// Who may restrict, hold and correct, and what waits for what.
struct RestrictionVerbsTests {
    private func agent(_ desk: TestDesk, _ role: AgentRole) -> Principal {
        .agent(AgentID(from: desk.desk.world), role: role, mailboxes: nil)
    }

    @Test func `a withheld ticket is not there for anybody but the data protection officer`() async throws {
        let desk = try TestDesk()
        _ = try await desk.desk.restrict(desk.person, on: .accuracy, as: .operatorOnHost)
        for principal in [agent(desk, .agent), agent(desk, .admin), .operatorOnHost] {
            await #expect(throws: DeskRefusal.notFound(.ticket)) {
                try await desk.desk.ticket(desk.number, as: principal)
            }
            #expect(try await desk.desk.tickets(TicketFilter(), as: principal).tickets.isEmpty)
            let person = try #require(
                try await desk.desk.people(withAddress: Samples.address(TestDesk.customer), as: principal).first)
            #expect(person.tickets.isEmpty && person.withheld.isEmpty && person.restrictions.count == 1)
        }
        await #expect(throws: DeskRefusal.notFound(.ticket)) {
            try await desk.desk.reply(
                to: desk.number, with: ReplyDraft(text: "Use water."), as: agent(desk, .agent))
        }
        let dpo = agent(desk, .dpo)
        #expect(try await desk.desk.ticket(desk.number, as: dpo).ticket.number == desk.number)
        #expect(try await desk.desk.person(desk.person, as: dpo).withheld == [desk.number])
    }

    @Test func `an agent restricts nobody, and a hold is the officer's signature alone`() async throws {
        let desk = try TestDesk()
        await #expect(throws: DeskRefusal.self) {
            try await desk.desk.restrict(desk.person, on: .accuracy, as: agent(desk, .agent))
        }
        let day = CalendarDay(TestDesk.start, in: .gmt)
        for principal in [agent(desk, .agent), agent(desk, .admin), .operatorOnHost] {
            await #expect(throws: DeskRefusal.forbidden(.dpo)) {
                try await desk.desk.hold(
                    desk.person, matter: "Case 7", ground: .legalClaims, reviewOn: day.adding(days: 7), as: principal)
            }
        }
        for wrong in [day, day.adding(months: 6).adding(days: 2)] {
            await #expect(throws: DeskRefusal.self) {
                try await desk.desk.hold(
                    desk.person, matter: "Case 7", ground: .legalClaims, reviewOn: wrong, as: agent(desk, .dpo))
            }
        }
    }

    @Test func `a restriction does not end before the person was told`() async throws {
        let desk = try TestDesk()
        _ = try await desk.desk.restrict(desk.person, on: .accuracy, as: .operatorOnHost)
        let announced = try await desk.desk.unrestrict(
            desk.person, .accuracy, because: "It was right.", told: nil, as: .operatorOnHost)
        #expect(announced?.notice?.state == .queued)
        try await desk.desk.endToldRestrictions()
        #expect(desk.store.snapshot.restrictions.count == 1)
        desk.store.arrange { $0.restrictions[0].notice?.state = .failed }
        try await desk.desk.endToldRestrictions()
        #expect(desk.store.snapshot.restrictions.count == 1)
        desk.store.arrange { $0.restrictions[0].notice?.state = .sent }
        try await desk.desk.endToldRestrictions()
        #expect(desk.store.snapshot.restrictions.isEmpty)
    }

    @Test func `an erasure of the portal waits restricted, and the person takes it back`() async throws {
        let desk = try TestDesk()
        let erasure = try await desk.desk.askForErasure(of: desk.person)
        #expect(erasure.state == .waiting)
        #expect(try await desk.desk.restrictions(of: desk.person).map(\.ground) == [.erasure])
        #expect(try await desk.desk.waitingErasure(of: desk.person)?.id == erasure.id)
        let stranger = PersonID(from: desk.desk.world)
        await #expect(throws: DeskRefusal.notFound(.erasure)) {
            try await desk.desk.takeBackErasure(erasure.id, of: stranger)
        }
        try await desk.desk.takeBackErasure(erasure.id, of: desk.person)
        #expect(try await desk.desk.restrictions(of: desk.person).isEmpty)
        #expect(try await desk.desk.waitingErasure(of: desk.person) == nil)
        desk.clock.advance(by: .seconds(2 * 86_400))
        try await desk.desk.resumeErasures()
        #expect(desk.store.snapshot.people.count == 1)
    }

    @Test func `an erasure whose order a restored backup had lost is ordered again`() async throws {
        let desk = try TestDesk()
        _ = try await desk.desk.askForErasure(of: desk.person)
        desk.store.arrange { $0.erasures = [:] }
        try await desk.desk.resumeErasures()
        #expect(try await desk.desk.waitingErasure(of: desk.person)?.state == .waiting)
        // A restriction that a crash kept from being written comes with the next start.
        desk.store.arrange { state in
            state.restrictions = []
            state.withheld = [:]
        }
        try await desk.desk.resumeErasures()
        #expect(try await desk.desk.restrictions(of: desk.person).map(\.ground) == [.erasure])
    }

    @Test func `a hold turns an erasure into a restriction, and lifting it carries the erasure out`() async throws {
        let desk = try TestDesk()
        let dpo = agent(desk, .dpo)
        let day = CalendarDay(TestDesk.start, in: .gmt)
        let hold = try await desk.desk.hold(
            desk.person, matter: "Case 7", ground: .legalClaims, reviewOn: day.adding(days: 7), as: dpo)
        let request = try await desk.desk.openRequest(
            RightsRequestDraft(right: .erasure, channel: .phone, person: desk.person, wording: ""), as: dpo)
        _ = try await desk.desk.move(
            request.id, by: .prove(.byStaff(how: "called back", by: "agent", at: TestDesk.start)), as: dpo)
        let erasure = try await desk.desk.erase(desk.person, onRequest: request.id, as: dpo)
        #expect(erasure.state == .onHold)
        #expect(try await desk.desk.restrictions(of: desk.person).map(\.ground) == [.hold])
        await #expect(throws: DeskRefusal.self) {
            try await desk.desk.move(request.id, by: .decide(.fulfilled, signedOffBy: nil), as: dpo)
        }
        _ = try await desk.desk.move(
            request.id, by: .decide(.partly(reasons: "Art. 17(3)(e): a claim."), signedOffBy: nil), as: dpo)
        _ = try await desk.desk.liftHold(hold.id, as: dpo)
        #expect(desk.store.snapshot.people.isEmpty && desk.store.snapshot.restrictions.isEmpty)
    }

    @Test(arguments: ["info@firm.example", "Sales+eu@firm.example", "office@firm.example", "buchhaltung@firm.example"])
    func `a shared account needs a statement of authority`(text: String) async throws {
        let desk = try TestDesk()
        let address = try Samples.address(text)
        desk.store.arrange { $0.people[desk.person]?.address = address }
        let bare = ErasureVerification(how: .phone, by: "M. Muster")
        await #expect(throws: DeskRefusal.self) {
            try await desk.desk.erase(desk.person, verified: bare, as: .operatorOnHost)
        }
        await #expect(throws: DeskRefusal.self) { try await desk.desk.askForErasure(of: desk.person) }
        let stated = ErasureVerification(how: .phone, by: "M. Muster", authority: "managing director, by register")
        #expect(try await desk.desk.erase(desk.person, verified: stated, as: .operatorOnHost).state == .forgotten)
    }

    @Test(arguments: ["ann@customer.example", "information.desk@firm.example", "infos@firm.example"])
    func `other addresses are people's`(text: String) throws {
        #expect(!RoleAccount.isRole(try Samples.address(text)))
    }

    @Test func `an objection to marketing is at once and in every group, any other restricts`() async throws {
        let desk = try TestDesk()
        try await desk.desk.objectToMarketing(desk.person, as: agent(desk, .agent))
        #expect(desk.store.snapshot.suppressions.map(\.scope) == [.marketing, .marketing])
        #expect(desk.store.snapshot.restrictions.isEmpty)
        _ = try await desk.desk.object(desk.person, as: .operatorOnHost)
        #expect(desk.store.snapshot.restrictions.map(\.ground) == [.objection])
    }
}
