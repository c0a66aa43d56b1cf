import Desk
import DeskTesting
import Foundation
import Mail
import Testing

@testable import Store

/// P15, reliability.md §2.1 row 8: a desk that acknowledges must not be a gun for others.
@Suite struct ListBombTests {
    private static let marker = "Cheap pills at pills.example"

    /// So many senders in an hour, of whom nothing proves one.
    private static let senders = 10_000

    @Test
    func `P15 a list bomb of forged senders makes twenty acknowledgements an hour, and none holds their words`()
        async throws
    {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        var opened = 0
        for start in stride(from: 0, to: Self.senders, by: 500) {
            let arrivals = (start..<(start + 500)).map { index in
                SampleMail.make {
                    $0.from = "\(Self.marker) <victim\(index)@victims.example>"
                    $0.messageID = "bomb\(index)@evil.example"
                    $0.subject = Self.marker
                    $0.body = "\(Self.marker) \(index)"
                    $0.isAuthenticated = false
                }.arrival(uid: subject.nextUID(), at: fixture.clock.now)
            }
            for outcome in try await subject.receive(arrivals) {
                if case .opened = outcome { opened += 1 }
            }
            fixture.clock.advance(by: .seconds(60))
        }
        #expect(opened == Self.senders, "what was written is kept")
        var sent: [Message] = []
        while case let more = try await subject.sendAll(), !more.isEmpty { sent += more }
        #expect(sent.count == Limits.unverifiedAcknowledgementsPerHour)
        #expect(Set(sent.compactMap { $0.to.first?.address }).count == sent.count, "nobody gets two")
        #expect(
            sent.allSatisfy { mail in
                !"\(mail.subject ?? "") \(mail.readableText().text)".contains("pills")
            }, "we carry their words")
        let figures = try await fixture.store.alarmFigures(now: fixture.clock.now)
        #expect(figures.courtesies.toUnverifiedLastHour == Limits.unverifiedAcknowledgementsPerHour)
        #expect(figures.laddersClimbed == 0, "a flood is one alarm, not one an address")
        fixture.clock.advance(by: .seconds(3_600))
        _ = try await subject.receive(
            .make {
                $0.from = "Bea <bea@customer.example>"
                $0.messageID = "honest@customer.example"
                $0.isAuthenticated = false
            })
        #expect(try await subject.sendAll().count == 1, "an hour later an honest stranger is acknowledged")
    }
}
