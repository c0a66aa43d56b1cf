import Desk
import Mail
import Testing

/// P15, RFC 3834 §2.
struct AcknowledgementPolicyTests {
    struct Row: CustomStringConvertible {
        let name: String
        let headers: [String]
        let expected: Acknowledgement
        var change: @Sendable (inout IntakeContext) -> Void = { _ in }
        var from = "Ann <ann@customer.example>"

        var description: String { name }
    }

    static let verified = Scenario.verified

    static let rows: [Row] = [
        Row(name: "a verified person", headers: [verified], expected: .send),
        Row(name: "an unverified person", headers: [], expected: .send),
        Row(name: "Auto-Submitted: no", headers: [verified, "Auto-Submitted: No (manually)"], expected: .send),
        Row(
            name: "a vacation note", headers: [verified, "Auto-Submitted: auto-replied; owner-email=a@b.example"],
            expected: .withhold(.machine)),
        Row(name: "a null sender", headers: ["Return-Path: <>", verified], expected: .withhold(.machine)),
        Row(name: "a bulk mail", headers: [verified, "Precedence: bulk"], expected: .withhold(.machine)),
        Row(
            name: "another helpdesk's answer", headers: [verified, "List-Unsubscribe: <https://a.example/u/1>"],
            expected: .withhold(.list)),
        Row(name: "a forged sender", headers: [Scenario.failed], expected: .withhold(.notAuthenticated)),
        Row(
            name: "our own address", headers: [verified], expected: .withhold(.ourOwnAddress),
            change: { $0.isAddressOfOurs = true }),
        Row(
            name: "an unsubscribed person", headers: [verified], expected: .withhold(.unsubscribed),
            change: { $0.suppression = .everything }),
        Row(
            name: "a dead address", headers: [verified], expected: .withhold(.undeliverable),
            change: { $0.isUndeliverable = true }),
        Row(
            name: "the second unverified one in a day", headers: [], expected: .withhold(.budget),
            change: { $0.courtesies.toAddressLastDay = 1 }),
        Row(
            name: "the third verified one in a day", headers: [verified], expected: .send,
            change: { $0.courtesies.toAddressLastDay = 2 }),
        Row(
            name: "the fourth verified one in a day", headers: [verified], expected: .withhold(.budget),
            change: { $0.courtesies.toAddressLastDay = 3 }),
        Row(
            name: "a second one within the hour", headers: [verified], expected: .withhold(.answeredLately),
            change: { ($0.courtesies.toAddressLastDay, $0.courtesies.toAddressLastHour) = (1, 1) }),
        Row(
            name: "no wish but for no receipts", headers: [verified, "X-Auto-Response-Suppress: DR"],
            expected: .send),
        Row(
            name: "the 21st unverified one in an hour", headers: [], expected: .withhold(.budget),
            change: { $0.courtesies.toUnverifiedLastHour = 20 }),
        Row(
            name: "the 101st of all in an hour", headers: [verified], expected: .withhold(.budget),
            change: { $0.courtesies.toEverybodyLastHour = 100 }),
        Row(
            name: "a mailbox that does not acknowledge", headers: [verified], expected: .withhold(.switchedOff),
            change: { $0.profile.acknowledges = false }),
        Row(
            name: "a group without members", headers: [], expected: .withhold(.noAuthor),
            from: "undisclosed:;"),
    ]

    @Test(arguments: rows)
    func `P15 nobody can make us bother somebody`(row: Row) {
        let message = Scenario.mail(row.headers, from: row.from)
        #expect(AcknowledgementPolicy.decide(message, in: Scenario.context(message, row.change)) == row.expected)
    }
}
