import Desk
import DeskTesting
import Foundation
import Testing

/// Each cause made on purpose, one row each, and what leaves an alarm as it is.
struct AlarmReadingTests {
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let expected: [AlarmKind: Int]
        let change: @Sendable (inout AlarmSights, inout AlertPlan) throws -> Void

        init(
            _ name: String, _ expected: [AlarmKind: Int],
            change: @escaping @Sendable (inout AlarmSights, inout AlertPlan) throws -> Void
        ) {
            testDescription = name
            self.expected = expected
            self.change = change
        }
    }

    static let now = Date(timeIntervalSince1970: 1_790_000_000)

    static func signIn(
        _ state: SignInStatus.State, _ change: (inout SignInStatus) -> Void = { _ in }
    ) throws -> [MailboxName: SignInStatus] {
        var status = SignInStatus(flow: .device)
        status.state = state
        status.tokenIssuedAt = now.addingTimeInterval(-3_300)
        status.tokenEndsAt = now.addingTimeInterval(300)
        change(&status)
        return [try Samples.mailboxName(): status]
    }

    static func hours(_ count: Double) -> Date { now.addingTimeInterval(-count * 3600) }

    static let mailboxRows = [
        Row("all is well", [:]) { _, _ in },
        Row("an hour of silence is none yet", [:]) { sights, _ in
            sights.mailboxes = try well { $0.lastSuccessAt = hours(1) }
        },
        Row("more than an hour of silence", [.noFetch: 90]) { sights, _ in
            sights.mailboxes = try well { $0.lastSuccessAt = hours(1.5) }
        },
        Row("silence since the start", [.noFetch: 120]) { sights, _ in
            sights.mailboxes = try well {
                $0.lastSuccessAt = nil
                $0.state = .backingOff(.unreachable, until: now)
            }
        },
        Row("a login refused while it is still tried", [.loginRefused: 0]) { sights, _ in
            sights.mailboxes = try well { $0.state = .backingOff(.loginRefused, until: now) }
        },
        Row("a login refused for good, whose silence needs no second alarm", [.loginRefused: 0]) { sights, _ in
            sights.mailboxes = try well {
                $0.state = .stopped(.loginRefused)
                $0.lastSuccessAt = hours(9)
            }
        },
        Row("a login refused by the SMTP server", [.smtpLoginRefused: 0]) { sights, _ in
            sights.mailboxes = try well { $0.isSendingRefused = true }
        },
        Row("a certificate nobody trusts", [.mailboxStopped: 0]) { sights, _ in
            sights.mailboxes = try well { $0.state = .stopped(.tlsRefused) }
        },
        Row("a server that is away for a moment", [:]) { sights, _ in
            sights.mailboxes = try well { $0.state = .backingOff(.unreachable, until: now) }
        },
        Row("a mailbox nobody has signed in", [.mailTokenRefused: 0]) { sights, _ in
            sights.mailboxes = try well {
                $0.state = .stopped(.signInNeeded)
                $0.lastSuccessAt = hours(9)
            }
            sights.signIns = try signIn(.signedOut)
        },
        Row("a sign-in that the provider takes no longer", [.mailTokenRefused: 0]) { sights, _ in
            sights.signIns = try signIn(.refused)
        },
        Row("a sign-in of which nothing is known yet", [:]) { sights, _ in sights.signIns = try signIn(.starting) },
        Row("a sign-in that is renewed by itself", [:]) { sights, _ in sights.signIns = try signIn(.signedIn) },
        Row("a token that could not be renewed and ends in five minutes", [.mailTokenEnding: 5]) { sights, _ in
            sights.signIns = try signIn(.signedIn) { $0.failingSince = now }
        },
        Row("a sign-in that ends in an hour whatever we do", [.mailTokenEnding: 60]) { sights, _ in
            sights.signIns = try signIn(.signedIn) {
                $0.grantedAt = hours(24)
                $0.grantEndsAt = hours(-1)
            }
        },
        Row("a store that takes nothing", [.storeNotWritable: 0]) { sights, _ in
            sights.mailboxes = try well { $0.state = .blocked(.notWritable) }
        },
    ]

    static let deskRows = [
        Row("a store that says so", [.storeNotWritable: 0]) { sights, _ in
            sights.store = .answers(health(isWritable: false))
        },
        Row("a store that does not sync fully", [.storeUnreadable: 0]) { sights, _ in
            sights.store = .answers(health(synchronous: 1))
        },
        Row("keys that do not open the canary", [.storeUnreadable: 0]) { sights, _ in sights.store = .fails(.damaged) },
        Row("a database another program holds", [:]) { sights, _ in sights.store = .fails(.busy) },
        Row("four hours in the outbox are none yet", [:]) { sights, _ in
            sights.figures?.oldestWaiting = [try Samples.mailboxName(): hours(4)]
        },
        Row("five hours in the outbox", [.queueOld: 300]) { sights, _ in
            sights.figures?.oldestWaiting = [try Samples.mailboxName(): hours(5)]
        },
        Row("mail in quarantine", [.quarantine: 2]) { sights, _ in
            sights.figures?.quarantined = [try Samples.mailboxName(): 2]
        },
        Row("one acknowledgement below the limit", [:]) { sights, _ in
            sights.figures?.courtesies.toEverybodyLastHour = 99
        },
        Row("the limit of automatic mail", [.automaticMailLimit: 100]) { sights, _ in
            sights.figures?.courtesies.toEverybodyLastHour = 100
        },
        Row("the limit of automatic mail to unverified senders", [.automaticMailLimit: 20]) { sights, _ in
            sights.figures?.courtesies = CourtesyCount(toEverybodyLastHour: 20, toUnverifiedLastHour: 20)
        },
        Row("an address that climbed its ladder", [.automaticMailLadder: 1]) { sights, _ in
            sights.figures?.laddersClimbed = 1
        },
        Row("a token near its end", [.tokenEnding: 2]) { sights, _ in sights.figures?.endingTokens = 2 },
        Row("a webhook given up", [.webhookDisabled: 1]) { sights, _ in sights.figures?.disabledWebhooks = 1 },
        Row("a copy of the ledger that lacks lines", [.ledgerGap: 1]) { sights, _ in sights.ledgerCopiesBehind = 1 },
        Row("a run of retention that waits", [.retentionWaits: 7]) { sights, _ in
            sights.mailboxes = try well { _ in }
            for name in sights.mailboxes.keys { sights.figures?.retentionWaiting[name] = 7 }
        },
        Row("a run of a mailbox that is gone", [:]) { sights, _ in
            sights.figures?.retentionWaiting[try Samples.mailboxName("gone")] = 7
        },
        Row("retention that does not believe the clock", [.retentionPaused: 0]) { sights, _ in
            sights.figures?.isRetentionPaused = true
        },
        Row("511 MiB of a large disk", [.diskLow: 511]) { sights, _ in
            sights.room = DiskRoom(free: 511 << 20, total: 1 << 40)
        },
        Row("511 MiB of a small disk", [:]) { sights, _ in
            sights.room = DiskRoom(free: 511 << 20, total: 4 << 30)
        },
        Row("a twentieth of a small disk", [.diskLow: 0]) { sights, _ in
            sights.room = DiskRoom(free: 1000, total: 8 << 20)
        },
        Row("a clock that jumped", [.clockJump: 7200]) { sights, _ in sights.clockJump = 7200 },
        Row("a clock that jumped measures no silence", [.clockJump: 7200]) { sights, _ in
            sights.clockJump = 7200
            sights.mailboxes = try well { $0.lastSuccessAt = hours(2) }
        },
        Row("backups as old as two of their periods", [:]) { sights, plan in
            plan.backupEvery = [.desk: .seconds(86_400), .keys: .seconds(3600)]
            sights.figures?.lastBackups = [.desk: hours(48), .keys: hours(2)]
        },
        Row("backups older than that", [.deskBackupOld: 49, .keysBackupOld: 3]) { sights, plan in
            plan.backupEvery = [.desk: .seconds(86_400), .keys: .seconds(3600)]
            sights.figures?.lastBackups = [.desk: hours(49), .keys: hours(3)]
        },
        Row("backups never made", [.keysBackupOld: 3]) { sights, plan in
            plan.backupEvery = [.desk: .seconds(86_400), .keys: .seconds(3600)]
            sights.startedAt = hours(3)
        },
        Row("erasures that wait for a signature", [.erasureHeld: 2]) { sights, _ in sights.figures?.heldErasures = 2 },
        Row("holds to be looked at again", [.holdReview: 1]) { sights, _ in sights.figures?.dueHolds = 1 },
        Row("no backup is configured", [:]) { sights, _ in sights.startedAt = hours(1000) },
    ]

    private static let allRows: [Row] = mailboxRows + deskRows + breachRows

    /// 72 hours, and the reminders before their end, to the second.
    static let breachRows = [
        Row("a breach with more than 48 hours left", [:]) { sights, _ in
            sights.figures?.breachClocks = [hours(24).addingTimeInterval(1)]
        },
        Row("a breach with 48 hours left", [.breachFirstReminder: 48]) { sights, _ in
            sights.figures?.breachClocks = [hours(24), now]
        },
        Row("a breach with 24 hours left", [.breachFirstReminder: 24, .breachSecondReminder: 24]) { sights, _ in
            sights.figures?.breachClocks = [hours(48)]
        },
        Row(
            "a breach with a last second",
            [.breachFirstReminder: 0, .breachSecondReminder: 0, .breachLastReminder: 0]
        ) { sights, _ in
            sights.figures?.breachClocks = [hours(72)]
        },
        Row("signs nobody has decided about", [.breachCandidate: 2]) { sights, _ in
            sights.figures?.breachCandidates = 2
        },
        Row("checks that began to fail", [.checkFailing: 3]) { sights, _ in sights.figures?.failingChecks = 3 },
        Row("a request that is due tomorrow, and one that is far off", [.requestsDue: 1]) { sights, _ in
            sights.figures?.deadlines = try [-29, -2].map { try deadline(receivedDaysFromNow: $0) }
        },
        Row("a request that is overdue", [.requestsOverdue: 1]) { sights, _ in
            sights.figures?.deadlines = [try deadline(receivedDaysFromNow: -60)]
        },
        Row("two breaches whose time is over", [.breachOverdue: 2]) { sights, _ in
            sights.figures?.breachClocks = [hours(72).addingTimeInterval(-1), hours(100)]
        },
    ]

    private static func deadline(receivedDaysFromNow days: Int) throws -> RightsDeadline {
        let received = CalendarDay(now, in: .gmt).adding(days: days)
        return RightsDeadline(
            id: try #require(RightsRequestID(hex: String(repeating: "7", count: 32))),
            clock: LegalClock(receivedOn: received, country: "DE"))
    }

    @Test(arguments: allRows)
    func `a look finds exactly what is wrong`(_ row: Row) throws {
        let reading = try Self.reading(row.change)
        let found = Dictionary(uniqueKeysWithValues: reading.causes.map { ($0.key.kind, $0.value) })
        #expect(found == row.expected)
    }

    @Test func `every kind has a cause that can be made`() {
        let made = Set(Self.allRows.flatMap(\.expected.keys))
        #expect(made == Set(AlarmKind.allCases))
    }

    @Test func `what cannot be told stays open`() throws {
        let name = try Samples.mailboxName()
        let connecting = try Self.reading { sights, _ in
            sights.mailboxes = try Self.well {
                $0.state = .connecting
                $0.lastSuccessAt = nil
                $0.isSendingRefused = nil
            }
            sights.startedAt = Self.now
        }
        for kind in [AlarmKind.loginRefused, .mailboxStopped, .smtpLoginRefused, .noFetch] {
            #expect(connecting.isUndecided(AlarmKey(kind, of: name)), "\(kind)")
        }
        let silent = try Self.reading { sights, _ in
            sights.store = .fails(.busy)
            sights.figures = nil
            sights.room = nil
        }
        for key in [
            AlarmKey(.queueOld, of: name), AlarmKey(.quarantine, of: name), AlarmKey(.automaticMailLimit),
            AlarmKey(.deskBackupOld), AlarmKey(.keysBackupOld), AlarmKey(.storeNotWritable),
            AlarmKey(.automaticMailLadder), AlarmKey(.tokenEnding), AlarmKey(.webhookDisabled),
            AlarmKey(.storeUnreadable), AlarmKey(.diskLow),
        ] {
            #expect(silent.isUndecided(key), "\(key.kind)")
        }
        #expect(!silent.isUndecided(AlarmKey(.loginRefused, of: name)))
    }

    private static func reading(
        _ change: (inout AlarmSights, inout AlertPlan) throws -> Void
    ) throws -> AlarmReading {
        var plan = AlertPlan()
        var sights = AlarmSights(
            now: now, startedAt: hours(2), mailboxes: try well { _ in }, store: .answers(health()),
            figures: AlarmFigures(), room: DiskRoom(free: 1 << 33, total: 1 << 40), clockJump: nil)
        try change(&sights, &plan)
        return AlarmReading(sights, plan: plan)
    }

    private static func well(_ change: (inout MailboxBoard.Entry) -> Void) throws -> [MailboxName: MailboxBoard.Entry] {
        var entry = MailboxBoard.Entry(
            state: .waiting(idle: true), lastSuccessAt: now.addingTimeInterval(-60), isSendingRefused: false)
        change(&entry)
        return [try Samples.mailboxName(): entry]
    }

    private static func health(synchronous: Int = 2, isWritable: Bool = true) -> StoreHealth {
        StoreHealth(synchronous: synchronous, schemaVersion: "1", tickets: 0, isWritable: isWritable)
    }
}
