import Desk
import Foundation
import Testing

/// RFC 5321 §4.5.4.1 and the table in `Desk.docc/Outbox.md`.
struct RetryPolicyTests {
    static let policy = RetryPolicy(
        waits: [.seconds(1800), .seconds(3600), .seconds(7200), .seconds(14_400)], giveUp: .seconds(5 * 86_400))

    static func entry(repetition: Bool = false, age: Double = 0) -> ClaimedEntry {
        ClaimedEntry(
            id: OutboxEntryID(hexText: "00000000000000000000000000000001"), ticket: nil, mailClass: .humanReply,
            attempts: 1, isRepetition: repetition, enqueuedAt: Scenario.now.addingTimeInterval(-age), outbound: nil)
    }

    @Test(arguments: [(1, 1800.0), (2, 3600), (3, 7200), (4, 14_400), (5, 14_400), (40, 14_400)])
    func `a deferred mail waits as the schedule says and the last wait repeats`(attempts: Int, wait: Double) {
        for (fraction, factor) in [(0.0, 0.8), (0.5, 1.0)] {
            let settlement = Self.policy.settlement(
                of: .deferred(SMTPReply(code: 451, enhanced: "4.7.1")), entry: Self.entry(), attempts: attempts,
                now: Scenario.now, fraction: fraction)
            #expect(
                settlement
                    == .deferred(until: Scenario.now.addingTimeInterval(wait * factor), reply: "451 4.7.1"))
        }
    }

    @Test(arguments: [
        (DeliveryOutcome.accepted(SMTPReply(code: 250)), Settlement.sent(reply: "250")),
        (
            .refused(SMTPReply(code: 550, enhanced: "5.1.1"), at: .recipient),
            .failed(reason: "refused by the server", reply: "550 5.1.1")
        ),
        (.unknown, .unknown(retryAt: Scenario.now.addingTimeInterval(900))),
        (.unavailable(.unreachable), .released(until: Scenario.now.addingTimeInterval(60))),
        (.unavailable(.loginRefused), .released(until: Scenario.now.addingTimeInterval(60))),
    ])
    func `each outcome has its row`(outcome: DeliveryOutcome, expected: Settlement) {
        #expect(
            Self.policy.settlement(
                of: outcome, entry: Self.entry(), attempts: 1, now: Scenario.now, fraction: 0.5) == expected)
    }

    @Test func `P4 a fate unknown twice is not tried a third time`() {
        let settlement = Self.policy.settlement(
            of: .unknown, entry: Self.entry(repetition: true), attempts: 2, now: Scenario.now, fraction: 0.5)
        guard case .failed = settlement else { return #expect(Bool(false), "\(settlement)") }
    }

    @Test(arguments: [DeliveryOutcome.deferred(nil), .unavailable(.unreachable)])
    func `after five days a mail fails`(outcome: DeliveryOutcome) {
        let settlement = Self.policy.settlement(
            of: outcome, entry: Self.entry(age: 5 * 86_400), attempts: 30, now: Scenario.now, fraction: 0.5)
        guard case .failed(let reason, _) = settlement else { return #expect(Bool(false), "\(settlement)") }
        #expect(reason == "not delivered in time")
    }
}

extension Identifier {
    init(hexText: String) {
        guard let made = Self(hex: hexText) else { preconditionFailure("not an id: \(hexText)") }
        self = made
    }
}
