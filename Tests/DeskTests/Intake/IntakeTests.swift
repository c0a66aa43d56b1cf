import Desk
import Mail
import Testing
import Vault

/// The decision table of the intake. P11 and mission.md §3.6, §3.15, §3.17.
struct IntakeTests {
    enum Means: String, CaseIterable {
        case token, ourMessageID, foreignMessageID, subjectTag
    }

    enum Outcome: Equatable {
        case joins(verified: Bool), held, suggests
    }

    struct Row: CustomStringConvertible {
        let means: Means
        let participant: Bool
        let header: String?
        let outcome: Outcome

        var description: String { "\(means.rawValue), participant \(participant), \(header ?? "no verdict")" }
    }

    static let rows: [Row] = [
        Row(means: .token, participant: true, header: Scenario.verified, outcome: .joins(verified: true)),
        Row(means: .token, participant: true, header: nil, outcome: .joins(verified: false)),
        Row(means: .token, participant: true, header: Scenario.failed, outcome: .held),
        Row(means: .token, participant: false, header: Scenario.verified, outcome: .held),
        Row(means: .token, participant: false, header: nil, outcome: .held),
        Row(means: .ourMessageID, participant: true, header: Scenario.verified, outcome: .joins(verified: true)),
        Row(means: .ourMessageID, participant: true, header: nil, outcome: .joins(verified: false)),
        Row(means: .ourMessageID, participant: true, header: Scenario.failed, outcome: .held),
        Row(means: .ourMessageID, participant: false, header: Scenario.verified, outcome: .suggests),
        Row(means: .foreignMessageID, participant: true, header: Scenario.verified, outcome: .joins(verified: true)),
        Row(means: .foreignMessageID, participant: true, header: nil, outcome: .suggests),
        Row(means: .foreignMessageID, participant: false, header: Scenario.verified, outcome: .suggests),
        Row(means: .subjectTag, participant: true, header: Scenario.verified, outcome: .joins(verified: true)),
        Row(means: .subjectTag, participant: true, header: nil, outcome: .suggests),
        Row(means: .subjectTag, participant: true, header: Scenario.failed, outcome: .suggests),
        Row(means: .subjectTag, participant: false, header: Scenario.verified, outcome: .suggests),
    ]

    @Test(arguments: rows)
    func `P11 a stranger cannot join a ticket by any means`(row: Row) {
        let message = Scenario.mail([row.header].compactMap { $0 })
        let candidate = Scenario.candidate(participant: row.participant)
        let decision = Intake.decide(
            message,
            in: Scenario.context(message) { context in
                switch row.means {
                case .token: context.byToken = candidate
                case .ourMessageID: context.byOurMessageID = candidate
                case .foreignMessageID: context.byForeignMessageID = candidate
                case .subjectTag: context.bySubjectTag = candidate
                }
            })
        switch (decision, row.outcome) {
        case (.append(let appending), .joins(let verified)):
            #expect(!appending.isHeld && appending.isVerified == verified && appending.to == candidate.number)
        case (.append(let appending), .held):
            #expect(appending.isHeld && !appending.isVerified && !appending.reopens)
        case (.open(let opening), .suggests):
            #expect(opening.possiblyRelated == candidate.number)
        default:
            Issue.record("\(decision) instead of \(row.outcome)")
        }
    }

    @Test(arguments: [
        (TicketStatus.new, nil as Double?, true, false), (.open, nil, true, true), (.pending, nil, true, true),
        (.closed, 1, true, true), (.closed, 13.9, true, true), (.closed, 14.1, false, false),
    ])
    func `a reply to a closed ticket reopens it within fourteen days`(
        status: TicketStatus, closedDaysAgo: Double?, joins: Bool, reopens: Bool
    ) {
        let message = Scenario.mail([Scenario.verified])
        let decision = Intake.decide(
            message,
            in: Scenario.context(message) {
                $0.byToken = Scenario.candidate(participant: true, status: status, closedDaysAgo: closedDaysAgo)
            })
        switch decision {
        case .append(let appending): #expect(joins && appending.reopens == reopens)
        case .open(let opening):
            #expect(!joins && opening.follows == Scenario.number(7) && opening.possiblyRelated == nil)
        default: Issue.record("\(decision)")
        }
    }

    @Test(arguments: [(0, 0.1, false), (1, 0.9, true), (1, 1.1, false), (90, 89, true), (90, 91, false)])
    func `each mailbox says for how long an answer reopens`(days: Int, closedDaysAgo: Double, joins: Bool) {
        let message = Scenario.mail([Scenario.verified])
        let mailbox = Scenario.mailbox { $0.reopenWindow = .seconds(days * 86_400) }
        let decision = Intake.decide(
            message,
            in: Scenario.context(message, mailbox: mailbox) {
                $0.byToken = Scenario.candidate(participant: true, status: .closed, closedDaysAgo: closedDaysAgo)
            })
        switch decision {
        case .append(let appending): #expect(joins && appending.reopens)
        case .open(let opening):
            #expect(!joins && opening.follows == Scenario.number(7) && opening.possiblyRelated == nil)
        default: Issue.record("\(decision)")
        }
    }

    @Test func `an absence note joins its ticket and does not reopen it`() {
        let message = Scenario.mail([Scenario.verified, "Auto-Submitted: auto-replied"])
        let decision = Intake.decide(
            message,
            in: Scenario.context(message) {
                $0.byToken = Scenario.candidate(participant: true, status: .closed, closedDaysAgo: 1)
            })
        guard case .append(let appending) = decision else { return #expect(Bool(false), "\(decision)") }
        #expect(!appending.reopens)
    }

    @Test func `what is known, ours or an unsubscribe request goes before threading`() {
        let message = Scenario.mail([Scenario.verified])
        let join = Scenario.candidate(participant: true)
        func decide(_ change: (inout IntakeContext) -> Void) -> Decision {
            Intake.decide(
                message,
                in: Scenario.context(message) { context in
                    context.byToken = join
                    change(&context)
                })
        }
        guard case .ignore(.alreadyImported) = decide({ $0.identity = .sameMail }) else {
            return #expect(Bool(false), "the same mail makes a second event")
        }
        guard case .ignore(.ourOwnMail) = decide({ $0.isOurOwn = true }) else {
            return #expect(Bool(false), "our own mail makes an event")
        }
        guard case .ignore(.unknownUnsubscribeToken) = decide({ $0.unsubscribe = .unknownToken }) else {
            return #expect(Bool(false), "a forged token makes an event")
        }
        let claim = UnsubscribeClaim(
            kind: .mailto, scope: 7, message: 1, suppression: [UInt8](repeating: 1, count: 20), suppressionVersion: 1)
        guard let claim, case .unsubscribe(claim) = decide({ $0.unsubscribe = .claim(claim) }) else {
            return #expect(Bool(false), "an unsubscribe by mail is not one")
        }
    }

    @Test func `the same Message-ID on another mail is stored and marked`() {
        let message = Scenario.mail([Scenario.verified])
        let decision = Intake.decide(message, in: Scenario.context(message) { $0.identity = .sameMessageIDOnly })
        guard case .open(let opening) = decision else { return #expect(Bool(false), "\(decision)") }
        #expect(opening.remarks.contains("duplicate-message-id"))
    }

    @Test func `an archived mail opens a closed ticket and acknowledges nothing`() {
        let message = Scenario.mail([Scenario.verified])
        let decision = Intake.decide(message, in: Scenario.context(message) { $0.isArchive = true })
        guard case .open(let opening) = decision else { return #expect(Bool(false), "\(decision)") }
        #expect(opening.status == .closed && opening.acknowledgement == .withhold(.archive))
    }
}
