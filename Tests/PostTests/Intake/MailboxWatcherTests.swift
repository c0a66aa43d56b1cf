import Desk
import DeskTesting
import Foundation
import LoopbackMail
import Mail
import Synchronization
import Testing

@testable import Post

/// The loop of one mailbox: where it begins, what it tells the server and when, what it does after failures.
@Suite struct MailboxWatcherTests {
    struct Scene: Sendable {
        let world: TestWorld
        let box: PostOfficeInMemory.Box
        let ledger = LedgerInMemory()
        let board = MailboxBoard()
        var profile: MailboxProfile
        let seen = Shared<[MailboxWatcher.Observation]>([])
        let failedAt = Shared<[(tries: Int, at: Duration)]>([])

        init(sleeping: TestWorld.Sleeping = .waits, _ change: (inout MailboxProfile) -> Void = { _ in }) throws {
            world = TestWorld(sleeping: sleeping)
            profile = try .make()
            box = PostOfficeInMemory(world: world.world).box(of: profile.address)
            change(&profile)
        }

        func arrive(_ numbers: ClosedRange<Int>) {
            for number in numbers { box.arrive(SampleMail.make { $0.subject = "\(number)" }.bytes) }
        }

        /// Runs a watcher until `isDone`, then cancels it. Answers what it threw.
        @discardableResult
        func watch(
            mailbox: (any Mailbox)? = nil, mayConnect: @escaping @Sendable () -> Bool = { true },
            until isDone: @escaping @Sendable (LedgerInMemory.State) -> Bool
        ) async throws -> StoreFailure? {
            let settings = CurrentSettings(try .make(mailboxes: [profile]))
            let watcher = MailboxWatcher(
                profile: profile, mailbox: mailbox ?? box, store: ledger, board: board, settings: settings,
                world: world.world, mayConnect: mayConnect,
                observe: { observation in
                    seen.change { $0.append(observation) }
                    if case .failed(_, let tries) = observation {
                        failedAt.change { $0.append((tries, world.monotonic)) }
                    }
                })
            return await withTaskGroup(of: StoreFailure?.self) { group in
                group.addTask {
                    do throws(StoreFailure) {
                        try await watcher.watch()
                        return nil
                    } catch {
                        return error
                    }
                }
                // Only a guard against hanging: other tests may keep the pool busy for long.
                let deadline = ContinuousClock.now + .seconds(600)
                while !isDone(ledger.now), ContinuousClock.now < deadline { await Task.yield() }
                #expect(isDone(ledger.now), "\(ledger.now.calls)")
                group.cancelAll()
                return await group.next() ?? nil
            }
        }

        /// What the loop waits for news with: everything before is done.
        var isWaiting: Bool {
            if case .waiting = board.entry(of: profile.name).state { true } else { false }
        }
    }

    @Test func `the first contact takes only what arrives from now on`() async throws {
        let scene = try Scene()
        scene.arrive(1...3)
        try await scene.watch { _ in scene.isWaiting }
        #expect(scene.ledger.now.calls == ["begin after 3"])
        scene.arrive(4...5)
        try await scene.watch { $0.accepted.count == 2 && $0.rows.isEmpty }
        #expect(scene.ledger.now.accepted == ["4", "5"])
        #expect(scene.box.inbox.mails.map(\.uid) == [1, 2, 3])
        #expect(scene.box.folder("ticketd")?.mails.count == 2)
        #expect(scene.ledger.now.copies.keys.sorted() == [4, 5])
        #expect(scene.ledger.now.calls == ["begin after 3", "attempt 2", "accept 2", "told 2"])
        #expect(scene.board.entry(of: scene.profile.name).imported == 2)
        #expect(scene.board.entry(of: scene.profile.name).lastSuccessAt == scene.world.now)
    }

    @Test func `news wake the loop`() async throws {
        let scene = try Scene()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await scene.watch { $0.accepted == ["1", "2"] && $0.rows.isEmpty } }
            while !scene.isWaiting { await Task.yield() }
            scene.arrive(1...1)
            while scene.ledger.now.accepted.isEmpty || !scene.isWaiting { await Task.yield() }
            scene.arrive(2...2)
            try await group.waitForAll()
        }
    }

    @Test func `many mails go in batches, each stored before the server hears of it`() async throws {
        let scene = try Scene { $0.start = .unseen }
        try await scene.watch { _ in scene.isWaiting }
        scene.arrive(1...237)
        try await scene.watch { $0.accepted.count == 237 && $0.rows.isEmpty }
        let calls = scene.ledger.now.calls.filter { $0 != "begin after 0" }
        #expect(scene.ledger.now.accepted == (1...237).map(String.init))
        #expect(scene.ledger.now.batches == [50, 50, 50, 50, 37])
        #expect(scene.box.inbox.mails.isEmpty && scene.box.folder("ticketd")?.mails.count == 237)
        // A batch is told only after it was accepted.
        var accepted = 0
        var told = 0
        for call in calls {
            let count = Int(call.split(separator: " ").last ?? "") ?? 0
            if call.hasPrefix("accept") { accepted += count }
            if call.hasPrefix("told") { told += count }
            #expect(told <= accepted)
        }
        #expect(told == 237)
    }

    @Test func `what nobody has read yet is a durable list, and nothing else of the old mail is taken`() async throws {
        let scene = try Scene { $0.start = .unseen }
        let server = IMAPLoopback()
        defer { server.stop() }
        for number in 1...6 {
            server.deliver(SampleMail.make { $0.subject = "\(number)" }.bytes, flags: number % 2 == 0 ? ["\\Seen"] : [])
        }
        try await scene.watch(mailbox: IMAPMailboxTests.mailbox(server)) { $0.accepted.count == 3 && $0.rows.isEmpty }
        #expect(scene.ledger.now.accepted == ["1", "3", "5"])
        #expect(scene.ledger.now.calls.prefix(2) == ["begin after 6", "attempt 3"])
        // Later mail counts however soon somebody reads it.
        server.deliver(SampleMail.make { $0.subject = "7" }.bytes, flags: ["\\Seen"])
        try await scene.watch(mailbox: IMAPMailboxTests.mailbox(server)) { $0.accepted.count == 4 && $0.rows.isEmpty }
        #expect(scene.ledger.now.accepted.last == "7")
        #expect(server.folder("INBOX")?.entries.map(\.uid) == [2, 4, 6])
    }

    @Test func `an archive is never changed on the server, and later mail is no archive`() async throws {
        let scene = try Scene { $0.start = .all }
        scene.arrive(1...60)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await scene.watch { $0.accepted.count == 62 && $0.rows.isEmpty } }
            while scene.ledger.now.accepted.count < 60 || !scene.isWaiting { await Task.yield() }
            scene.arrive(61...62)
            try await group.waitForAll()
        }
        #expect(scene.ledger.now.isArchive == Array(repeating: true, count: 60) + [false, false])
        #expect(scene.box.inbox.mails.count == 60)
        #expect(scene.box.folder("ticketd")?.mails.count == 2)
    }

    @Test func `after a restart an archive is still one, and what came meanwhile is not`() async throws {
        let scene = try Scene { $0.start = .all }
        scene.arrive(1...3)
        try await scene.watch { $0.accepted.count == 3 && $0.rows.isEmpty }
        scene.arrive(4...4)
        try await scene.watch { $0.accepted.count == 4 && $0.rows.isEmpty }
        #expect(scene.ledger.now.isArchive == [true, true, true, false])
        #expect(scene.box.inbox.mails.count == 3)
    }

    @Test(arguments: [AfterImport.keep, .delete]) func `keeping and deleting`(action: AfterImport) async throws {
        let scene = try Scene { $0.afterImport = action }
        try await scene.watch { _ in scene.isWaiting }
        scene.arrive(1...2)
        try await scene.watch { $0.accepted.count == 2 && $0.rows.isEmpty }
        #expect(scene.box.inbox.mails.count == (action == .keep ? 2 : 0))
        #expect(scene.box.folder("ticketd") == nil)
    }

    @Test func `oversized mail becomes a ticket and stays where it is`() async throws {
        let scene = try Scene { $0.maximumMessageSize = 500 }
        try await scene.watch { _ in scene.isWaiting }
        scene.arrive(1...1)
        scene.box.arrive(
            SampleMail.make {
                $0.subject = "2"
                $0.body = String(repeating: "x", count: 1_000)
            }.bytes)
        try await scene.watch { $0.accepted.count == 2 && $0.rows.isEmpty }
        #expect(scene.ledger.now.accepted.last?.hasPrefix("too large") == true)
        #expect(scene.ledger.now.accepted.last?.hasSuffix(": 2") == true)
        #expect(scene.box.inbox.mails.map(\.uid) == [2])
    }

    @Test func `after an unclean end the told come first, then one mail at a time`() async throws {
        let scene = try Scene()
        scene.arrive(1...5)
        scene.ledger.change { ledger in
            ledger.cursor = (1, 4)
            ledger.rows = [
                1: .init(uid: 1, attempts: 0, state: .acceptedNotTold),
                2: .init(uid: 2, attempts: 0, state: .attempting),
                3: .init(uid: 3, attempts: 3, state: .attempting), 4: .init(uid: 4, attempts: 0, state: .quarantined),
                99: .init(uid: 99, attempts: 0, state: .attempting),
            ]
        }
        try await scene.watch { $0.accepted.count == 3 && $0.rows.count == 3 }
        let ledger = scene.ledger.now
        #expect(ledger.accepted.filter { !$0.hasPrefix("unreadable") } == ["2", "5"])
        #expect(ledger.accepted.contains { $0.hasPrefix("unreadable") && $0.hasSuffix("stoppedTheDaemon") })
        #expect(
            ledger.calls == [
                "told 1", "attempt 1 alone", "accept 1", "told 1", "attempt 1 alone", "accept 1", "told 1", "attempt 1",
                "accept 1",
                "told 1",
            ])
        // The quarantined ones are untouched, on the server and in the ledger.
        #expect(scene.box.inbox.mails.map(\.uid) == [3, 4])
        #expect(ledger.rows[3]?.state == .quarantined && ledger.rows[4]?.state == .quarantined)
    }

    @Test func `a mail that cannot be stored is tried alone and then shown to a human`() async throws {
        let scene = try Scene(sleeping: .passes)
        scene.ledger.change {
            $0.cursor = (1, 0)
            $0.failing = ["2"]
        }
        scene.arrive(1...3)
        try await scene.watch { $0.accepted.count == 3 && $0.rows.count == 1 }
        #expect(scene.ledger.now.accepted.prefix(2) == ["1", "3"])
        #expect(scene.ledger.now.accepted.last?.hasSuffix("couldNotBeStored") == true)
        #expect(scene.ledger.now.calls.filter { $0 == "attempt 1 alone" }.count == Int(Desk.Limits.intakeAttempts) + 1)
        #expect(scene.box.inbox.mails.map(\.uid) == [2])
    }

    @Test func `a listed mail that does not come stops the cursor, and is shown when it never comes`() async throws {
        let scene = try Scene(sleeping: .passes)
        scene.ledger.change { $0.cursor = (1, 0) }
        scene.arrive(1...3)
        scene.box.hide([2])
        try await scene.watch { $0.accepted.count == 3 && $0.cursor?.lastUID == 3 }
        #expect(scene.ledger.now.accepted[0] == "1")
        #expect(scene.ledger.now.accepted[1].hasPrefix("unreadable, 0"))
        #expect(scene.ledger.now.accepted[2] == "3")
    }

    @Test func `a folder numbered anew is looked at again, and known mail is no event`() async throws {
        let scene = try Scene { $0.afterImport = .keep }
        try await scene.watch { _ in scene.isWaiting }
        scene.arrive(1...3)
        try await scene.watch { $0.accepted.count == 3 && $0.rows.isEmpty }
        scene.box.renumber(uidValidity: 2)
        scene.arrive(4...4)
        try await scene.watch { $0.accepted.count == 4 && $0.rows.isEmpty }
        #expect(scene.ledger.now.accepted == ["1", "2", "3", "4"])
        #expect(scene.ledger.now.cursor?.uidValidity == 2)
        #expect(scene.seen.value.contains(.renumbered))
    }

    @Test func `a read-only folder is imported and left alone`() async throws {
        let scene = try Scene()
        scene.ledger.change { $0.cursor = (1, 0) }
        scene.arrive(1...2)
        scene.box.makeReadOnly(true)
        try await scene.watch { $0.accepted.count == 2 && $0.rows.isEmpty }
        #expect(scene.box.inbox.mails.count == 2)
    }

    @Test func `failures back off from one minute to thirty, a refused login after three tries`() async throws {
        let scene = try Scene(sleeping: .passes)
        scene.ledger.change { $0.cursor = (1, 0) }
        scene.arrive(1...1)
        scene.box.fail(.open, with: [.loginRefused, .loginRefused, .loginRefused, .serverUnavailable, .tlsRefused])
        try await scene.watch { $0.accepted.count == 1 }
        let failures = scene.failedAt.value
        #expect(failures.map(\.tries) == [1, 2, 3, 4, 5])
        // Between them lie 1, 2, 30 and 8 minutes, each ±20 %.
        for (rest, minutes) in zip(zip(failures, failures.dropFirst()), [1.0, 2, 30, 8]) {
            let passed = (rest.1.at - rest.0.at) / .seconds(60)
            #expect(passed >= minutes * 0.8 && passed <= minutes * 1.2, "\(passed) for \(minutes)")
        }
        #expect((1...8).map { MailboxWatcher.rest(after: $0) / .seconds(60) } == [1, 2, 4, 8, 16, 30, 30, 30])
    }

    @Test func `a mailbox that nobody has signed in is left alone until somebody has`() async throws {
        let scene = try Scene(sleeping: .passes)
        scene.ledger.change { $0.cursor = (1, 0) }
        scene.arrive(1...1)
        scene.box.fail(.open, with: [.signInNeeded])
        let begin = scene.world.monotonic
        let world = scene.world
        try await scene.watch(mayConnect: { world.monotonic - begin > .seconds(7_200) }) { $0.accepted.count == 1 }
        // No server was asked and no failure counted.
        #expect(scene.failedAt.value.isEmpty)
        #expect(scene.world.monotonic - begin > .seconds(7_200))
    }

    @Test func `a connection that breaks between any two steps loses nothing and repeats nothing`() async throws {
        for verb in [PostOfficeInMemory.Box.Verb.list, .fetch, .settle, .waitForNews] {
            let scene = try Scene(sleeping: .passes)
            scene.ledger.change { $0.cursor = (1, 0) }
            scene.arrive(1...120)
            scene.box.fail(verb, with: [.unreachable, .protocolViolation])
            try await scene.watch { $0.accepted.count == 120 && $0.rows.isEmpty }
            #expect(scene.ledger.now.accepted.sorted() == (1...120).map(String.init).sorted(), "\(verb)")
            #expect(scene.box.inbox.mails.isEmpty && scene.box.folder("ticketd")?.mails.count == 120, "\(verb)")
        }
    }

    @Test func `while the store takes nothing the server hears nothing, and a store that must stop stops`() async throws
    {
        let scene = try Scene(sleeping: .passes)
        scene.ledger.change {
            $0.cursor = (1, 0)
            $0.failures = [.notWritable, .busy, .notWritable]
        }
        scene.arrive(1...2)
        try await scene.watch { $0.accepted.count == 2 && $0.rows.isEmpty }
        #expect(scene.seen.value.contains(.storeFailed(.notWritable)))
        scene.ledger.change { $0.failures = [.ioFailed] }
        scene.arrive(3...3)
        let thrown = try await scene.watch { $0.failures.isEmpty }
        #expect(thrown == .ioFailed)
        #expect(scene.box.inbox.mails.count == 1)
    }

    @Test(arguments: [
        ([Int](), [Int]()), ([1], [1]), (Array(repeating: 10, count: 101), [50, 50, 1]),
        ([5_000_000, 5_000_000, 1], [1, 2]), ([Int.max, -5, 1], [3]), ([8_388_608, 1], [1, 1]),
    ])
    func `batches are bounded in count and bytes`(sizes: [Int], counts: [Int]) {
        let listed = sizes.enumerated().map { index, size in
            ListedMessage(uid: UInt32(index + 1), size: size, internalDate: nil, isSeen: false)
        }
        let batches = IntakeBatches(listed, maximumMessageSize: 25_000_000).batches
        #expect(batches.map(\.count) == counts)
        #expect(batches.flatMap { $0.map(\.uid) } == listed.map(\.uid))
        let split = IntakeBatches(listed, maximumMessageSize: 25_000_000, isOld: { $0.uid < 3 }).batches
        #expect(split.allSatisfy { batch in Set(batch.map { $0.uid < 3 }).count == 1 })
    }
}

/// A value that several tasks write.
final class Shared<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) {
        mutex = Mutex(value)
    }

    var value: Value { mutex.withLock { $0 } }

    func change(_ body: (inout Value) -> Void) {
        mutex.withLock { body(&$0) }
    }
}
