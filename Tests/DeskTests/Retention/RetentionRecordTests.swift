import Desk
import DeskTesting
import Foundation
import Testing

/// What retention does next in one mailbox, and what it says to whom.
@Suite struct RetentionRecordTests {
    private static let now = Date(timeIntervalSince1970: 1_795_501_200)
    private static let terms = RetentionTerms(
        closedTickets: .seconds(365 * 86_400), attachments: .seconds(90 * 86_400), importedCopies: .zero)

    private static func record(_ change: (inout RetentionRecord) -> Void) throws -> RetentionRecord {
        var record = RetentionRecord(mailbox: try Samples.mailboxName())
        change(&record)
        return record
    }

    private static func waiting(
        terms: String = terms.text, mailed: Bool = true, approved: Bool = false
    ) -> RetentionRecord.Waiting {
        RetentionRecord.Waiting(
            terms: terms, horizon: now, plan: RetentionPlan(due: RetentionCounts(tickets: 9), total: 90),
            mailedAt: mailed ? now : nil, approvedAt: approved ? now : nil)
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let step: RetentionRecord.Step
        let change: @Sendable (inout RetentionRecord) -> Void
    }

    static let cases = [
        Case(testDescription: "it never ran", step: .count) { _ in },
        Case(testDescription: "it ran an hour ago", step: .rest) { $0.ranAt = now.addingTimeInterval(-3600) },
        Case(testDescription: "it ran a day ago", step: .count) { $0.ranAt = now.addingTimeInterval(-86_400) },
        Case(testDescription: "the clock was set back since", step: .count) { $0.ranAt = now.addingTimeInterval(60) },
        Case(testDescription: "a count is not mailed", step: .tell(waiting(mailed: false))) {
            $0.waiting = waiting(mailed: false)
        },
        Case(testDescription: "a count waits", step: .rest) { $0.waiting = waiting() },
        Case(testDescription: "a count is approved", step: .run(horizon: now)) { $0.waiting = waiting(approved: true) },
        Case(testDescription: "an approved count is of other periods", step: .count) {
            $0.waiting = waiting(terms: "other", approved: true)
        },
    ]

    @Test(arguments: cases)
    func `each state has its next step`(of example: Case) throws {
        #expect(try Self.record(example.change).step(under: Self.terms, now: Self.now) == example.step)
    }

    @Test(arguments: [(5, 0, 100, false), (6, 0, 100, true), (0, 6, 100, true), (1, 0, 19, true), (1, 0, 20, false)])
    func `P16 more than one ticket in twenty is much`(
        tickets: Int, stripped: Int, total: Int, isLarge: Bool
    ) {
        let plan = RetentionPlan(due: RetentionCounts(tickets: tickets, strippedTickets: stripped), total: total)
        #expect(plan.isLarge == isLarge)
    }

    @Test func `a labelled ticket is kept for the shorter time`() {
        let kept = Self.now
        #expect(Self.terms.expiry(of: kept, labels: []) == kept.addingTimeInterval(365 * 86_400))
        #expect(Self.terms.expiry(of: kept, labels: [.art9]) == kept.addingTimeInterval(30 * 86_400))
        #expect(Self.terms.expiry(of: kept, labels: [.minor]) == kept.addingTimeInterval(365 * 86_400))
        var short = Self.terms
        short.closedTickets = .seconds(86_400)
        #expect(short.expiry(of: kept, labels: [.art10]) == kept.addingTimeInterval(86_400))
    }

    @Test func `only a step forward of more than a day is a jump, and so is a day without the daemon`() {
        var clock = RetentionClock(last: Self.now, now: Self.now.addingTimeInterval(3600), monotonic: .seconds(7))
        #expect(clock.look(now: Self.now.addingTimeInterval(7200), monotonic: .seconds(3607)) == nil)
        #expect(clock.look(now: Self.now.addingTimeInterval(400_000), monotonic: .seconds(396_407)) == nil)
        #expect(clock.look(now: Self.now, monotonic: .seconds(396_500)) == nil)
        #expect(clock.look(now: Self.now.addingTimeInterval(90_000), monotonic: .seconds(396_510)) == .seconds(89_990))
        var restarted = RetentionClock(
            last: Self.now, now: Self.now.addingTimeInterval(90_000), monotonic: .seconds(1))
        #expect(restarted.look(now: Self.now.addingTimeInterval(90_000), monotonic: .seconds(1)) == .seconds(90_000))
        var first = RetentionClock(last: nil, now: Self.now, monotonic: .zero)
        #expect(first.look(now: Self.now, monotonic: .zero) == nil)
    }

    @Test func `the mail holds numbers and what to do, and nothing else`() throws {
        let settings = try DeskSettings.make()
        let words = StaffWords(
            retention: Self.waiting(), of: try #require(settings.mailboxes.first), settings: settings)
        #expect(words.subject == "Desk Example: retention of support waits for an approval (9 tickets)")
        #expect(words.text.contains("9 of 90 tickets (10 %)"))
        #expect(words.text.contains("ticketd retention approve support"))
    }
}
