import Desk
import Foundation
import Mail

/// The register of breaches: affected people are found by what the desk keeps, and get one letter each.
extension StoreContract {
    static let breaches = [
        StoreContract("a breach is kept as it was taken down, and moves by the rules") { subject in
            let breach = try await subject.openedBreach()
            try subject.require(breach.number.value == 1 && breach.isClockRunning, "its clock runs: \(breach)")
            try subject.require(try await subject.store.breach(breach.number) == breach, "it is kept")
            guard case .refused = try await subject.moveBreach(breach.number, .close(subject.closing)) else {
                throw ContractBroken(description: "it was closed before anybody was told")
            }
            _ = try await subject.movedBreach(breach.number, .describe(subject.changes))
            _ = try await subject.movedBreach(breach.number, .assess(subject.assessment(.risk)))
            let late = subject.filing(at: subject.now)
            subject.clock.advance(by: .seconds(72 * 3600 + 1))
            guard case .refused = try await subject.moveBreach(breach.number, .file(subject.filing(at: subject.now)))
            else { throw ContractBroken(description: "a late notification without reasons was recorded") }
            let filed = try await subject.movedBreach(breach.number, .file(late))
            try subject.require(!filed.isClockRunning, "the clock has ended")
            let closed = try await subject.movedBreach(breach.number, .close(subject.closing))
            try subject.require(try await subject.store.breach(breach.number) == closed, "as it was answered")
            try subject.require(try await subject.store.breaches(includingClosed: false, limit: 9).isEmpty, "closed")
            let second = try await subject.openedBreach()
            try subject.require(second.number.value == 2, "numbers are not given twice")
            let all = try await subject.store.breaches(includingClosed: true, limit: 9)
            try subject.require(all.map(\.number.value) == [2, 1], "open ones first")
        },
        StoreContract("the people of a ticket are found, with their messages, and only once") { subject in
            let (ada, eve) = try await subject.twoTickets()
            let breach = try await subject.openedBreach()
            let counted = try await subject.store.countAffected(.tickets([ada]))
            try subject.require(counted == AffectedCounts(people: 1, records: 2), "\(String(describing: counted))")
            try subject.require(try await subject.store.breach(breach.number)?.counted.people == 0, "nothing written")
            let first = try await subject.affected(breach.number, .tickets([ada]))
            try subject.require(first.counted == AffectedCounts(people: 1, records: 2), "\(first.counted)")
            let again = try await subject.affected(breach.number, .tickets([ada]))
            try subject.require(again.counted == first.counted && again.queries.count == 2, "\(again.counted)")
            let both = try await subject.affected(breach.number, .tickets([ada, eve]))
            try subject.require(both.counted == AffectedCounts(people: 2, records: 4), "\(both.counted)")
            let people = try await subject.store.affected(by: breach.number, after: nil, limit: 9)
            let addresses = Set(people.compactMap { $0.address?.text })
            try subject.require(addresses == ["ada@customer.example", "eve@customer.example"], "\(addresses)")
            let rest = try await subject.store.affected(by: breach.number, after: people.first?.person, limit: 9)
            try subject.require(rest == Array(people.dropFirst()), "page by page")
        },
        StoreContract("a time window, a reader, a message, a copy and an epoch find whom they concern") { subject in
            let before = subject.now
            let (ada, eve) = try await subject.twoTickets()
            let number = try await subject.openedBreach().number
            let middle = subject.now.addingTimeInterval(-1800)
            let early = try await subject.counted(.window(from: before, to: middle, mailbox: nil))
            try subject.require(early.people == 1, "one wrote in the first half hour: \(early)")
            let elsewhere = MailboxName("elsewhere")
            let none = try await subject.counted(.window(from: before, to: subject.now, mailbox: elsewhere))
            try subject.require(none == AffectedCounts(), "nobody of another mailbox: \(none)")
            let message = try subject.unwrap(try await subject.view(eve).messages.first, "her message")
            let astray = try await subject.counted(.misdirected(message.id))
            try subject.require(astray == AffectedCounts(people: 1, records: 1), "\(astray)")
            let copy = try await subject.counted(.backup(.desk, at: middle))
            try subject.require(copy.people == 1, "a copy holds what was there: \(copy)")
            let epoch = try await subject.counted(.keyEpoch(1))
            try subject.require(epoch.people == 2, "the first epoch wraps everybody: \(epoch)")
            try subject.require(try await subject.store.countAffected(.keyEpoch(7)) == nil, "no such epoch")
            let strange = TicketMessageID(from: subject.clock.world)
            guard
                case .sourceNotFound = try await subject.store.addAffected(
                    .misdirected(strange), to: number, by: .operatorOnHost, now: subject.now)
            else { throw ContractBroken(description: "a message nobody knows concerned somebody") }
            let reader = Principal.agent(AgentID(from: subject.clock.world), role: .agent, mailboxes: nil)
            _ = try await subject.store.ticket(ada, reader: reader, now: subject.now)
            let end = subject.now.addingTimeInterval(60)
            let read = try await subject.counted(.reads(by: reader.auditName, from: before, to: end))
            try subject.require(read.people == 1, "whoever's ticket was read: \(read)")
        },
        StoreContract("who is affected gets one letter, unsubscribed or not; an exercise sends none") { subject in
            let (ada, eve) = try await subject.twoTickets()
            try await subject.store.suppress(subject.suppression(), by: .daemon)
            _ = try await subject.sendAll()
            let number = try await subject.openedBreach().number
            _ = try await subject.movedBreach(number, .describe(subject.changes))
            _ = try await subject.affected(number, .tickets([ada, eve]))
            try subject.require(try await subject.queued(number, limit: 1) == .queued(remaining: 1), "one of two")
            try subject.require(try await subject.queued(number, limit: 9) == .queued(remaining: 0), "the other")
            try subject.require(try await subject.queued(number, limit: 9) == .queued(remaining: 0), "and no third")
            let waiting = try await subject.store.breach(number)?.letters
            try subject.require(waiting == BreachLetterCounts(waiting: 2), "\(String(describing: waiting))")
            let sent = try await subject.sendAll()
            try subject.require(sent.count == 2, "two mails: \(sent.count)")
            let texts = sent.map { $0.readableText().text }
            try subject.require(texts.allSatisfy { $0.contains("went to a stranger") }, "in our words: \(texts)")
            let told = try await subject.store.breach(number)?.letters
            try subject.require(told == BreachLetterCounts(sent: 2), "what became of them: \(String(describing: told))")
            let drill = try await subject.openedBreach(isDrill: true).number
            _ = try await subject.movedBreach(drill, .describe(subject.changes))
            _ = try await subject.affected(drill, .tickets([ada, eve]))
            guard case .refused = try await subject.queued(drill, limit: 9) else {
                throw ContractBroken(description: "an exercise wrote letters")
            }
            try subject.require(try await subject.sendAll().isEmpty, "nothing leaves")
        },
        StoreContract("the clocks of open breaches are figures for alarms, those of exercises are not") { subject in
            let number = try await subject.openedBreach().number
            _ = try await subject.openedBreach(isDrill: true)
            let running = try await subject.store.alarmFigures(now: subject.now).breachClocks
            try subject.require(running.count == 1, "\(running)")
            _ = try await subject.movedBreach(number, .assess(subject.assessment(.none)))
            let harmless = try await subject.store.alarmFigures(now: subject.now).breachClocks
            try subject.require(harmless.isEmpty, "nobody has to be told: \(harmless)")
        },
    ]
}

extension StoreSubject {
    fileprivate var changes: BreachChanges {
        BreachChanges(
            words: [
                "en": .init(
                    nature: "An answer went to a stranger.", consequences: "The stranger knows your question.",
                    measures: "The stranger deleted it.", advice: "Nothing.")
            ])
    }

    fileprivate var closing: Breach.Closing { .init(reasons: "Addresses are shown twice.", at: now, by: "operator") }

    fileprivate func assessment(_ risk: BreachAssessment.Risk) -> BreachAssessment {
        BreachAssessment(
            risk: risk, reasons: "because", score: BreachScore(context: 2, identification: 3), at: now, by: "operator")
    }

    fileprivate func filing(at moment: Date) -> BreachFiling {
        BreachFiling(
            recipient: .authority, way: .portal, stage: .initial, reference: "A-1", at: moment, lateReasons: nil,
            recordedAt: moment, by: "operator")
    }

    fileprivate func openedBreach(isDrill: Bool = false) async throws -> Breach {
        try await store.openBreach(
            BreachDraft(
                isDrill: isDrill, detectedAt: now, awareAt: now, decidedBy: "B. Muster", kinds: [.confidentiality]),
            by: .operatorOnHost, now: now)
    }

    fileprivate func moveBreach(_ number: BreachNumber, _ act: BreachAct) async throws -> BreachOutcome {
        try await store.change(number, by: act, author: .operatorOnHost, now: now)
    }

    fileprivate func movedBreach(_ number: BreachNumber, _ act: BreachAct) async throws -> Breach {
        let outcome = try await moveBreach(number, act)
        guard case .done(let breach) = outcome else { throw ContractBroken(description: "\(act) became \(outcome)") }
        return breach
    }

    fileprivate func affected(_ number: BreachNumber, _ source: AffectedSource) async throws -> Breach {
        let outcome = try await store.addAffected(source, to: number, by: .operatorOnHost, now: now)
        guard case .done(let breach) = outcome else { throw ContractBroken(description: "it became \(outcome)") }
        return breach
    }

    fileprivate func counted(_ source: AffectedSource) async throws -> AffectedCounts {
        try unwrap(await store.countAffected(source), "what \(source.word) finds")
    }

    fileprivate func queued(_ number: BreachNumber, limit: Int) async throws -> BreachLetterOutcome {
        try await store.queueBreachLetters(
            about: number, limit: limit, by: .operatorOnHost,
            dispatch: Dispatch(settings: settings, keys: keys, world: clock.world))
    }

    /// Ada's ticket, and an hour later Eve's: each with a message of hers and its acknowledgement.
    fileprivate func twoTickets() async throws -> (TicketNumber, TicketNumber) {
        let ada = try await open()
        clock.advance(by: .seconds(3600))
        let eve = try await open(
            .make {
                $0.messageID = "eve@customer.example"
                $0.from = "Eve <eve@customer.example>"
            })
        clock.advance(by: .seconds(60))
        return (ada, eve)
    }
}
