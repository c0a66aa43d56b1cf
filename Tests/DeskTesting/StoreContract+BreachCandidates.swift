import Desk
import Foundation

/// What the daemon saw: raised once, decided once.
extension StoreContract {
    static let breachCandidates = [
        StoreContract("a sign is raised once for a subject, and is an alarm until somebody decides") { subject in
            let (first, again) = (subject.candidate(), subject.candidate())
            try subject.require(try await subject.store.raise([first], now: subject.now) == 1, "it is new")
            try subject.require(try await subject.store.raise([again], now: subject.now) == 0, "it is known")
            let figures = try await subject.store.alarmFigures(now: subject.now)
            try subject.require(figures.breachCandidates == 1, "\(figures.breachCandidates)")
            let waiting = try await subject.store.breachCandidates(includingDecided: false, limit: 9)
            try subject.require(waiting == [first], "\(waiting)")
            let outcome = try await subject.store.dismissBreachCandidate(
                first.id, reasons: "a colleague on holiday", by: .operatorOnHost, now: subject.now)
            guard case .done(let dismissed) = outcome else { throw ContractBroken(description: "\(outcome)") }
            try subject.require(
                dismissed.decision == .dismissed(reasons: "a colleague on holiday"), "with its reasons: \(dismissed)")
            let second = try await subject.store.confirmBreachCandidate(
                first.id, decidedBy: "B. Muster", by: .operatorOnHost, now: subject.now)
            try subject.require(second == .decidedBefore, "once: \(second)")
            let rest = try await subject.store.alarmFigures(now: subject.now).breachCandidates
            try subject.require(rest == 0, "nothing waits: \(rest)")
            let all = try await subject.store.breachCandidates(includingDecided: true, limit: 9)
            try subject.require(all == [dismissed], "it stays written down: \(all)")
        },
        StoreContract("a confirmed sign becomes a breach whose clock runs from then") { subject in
            let seen = subject.candidate()
            _ = try await subject.store.raise([seen], now: subject.now)
            subject.clock.advance(by: .seconds(3600))
            let outcome = try await subject.store.confirmBreachCandidate(
                seen.id, decidedBy: "B. Muster", by: .operatorOnHost, now: subject.now)
            guard case .done(let candidate) = outcome, case .confirmed(let number)? = candidate.decision else {
                throw ContractBroken(description: "\(outcome)")
            }
            let breach = try subject.unwrap(try await subject.store.breach(number), "the breach")
            try subject.require(
                breach.detectedAt == seen.at && breach.awareAt == subject.now && breach.isClockRunning,
                "detected then, aware now: \(breach)")
            let strange = BreachCandidateID(from: subject.clock.world)
            let nothing = try await subject.store.dismissBreachCandidate(
                strange, reasons: "x", by: .operatorOnHost, now: subject.now)
            try subject.require(nothing == .notFound, "\(nothing)")
        },
        StoreContract("whoever opens many tickets in an hour is seen, and what the audit log says") { subject in
            let number = try await subject.open()
            for _ in 1...3 { _ = try await subject.view(number) }
            try await subject.store.record(.loginsFlooded(attempts: 61), by: .daemon, now: subject.now)
            let sights = try await subject.store.breachSights(now: subject.now)
            try subject.require(
                sights.readings.map(\.reader) == ["operator"] && sights.readings.map(\.tickets) == [1],
                "one ticket, however often: \(sights.readings)")
            try subject.require(sights.entries.last?.event == "login.flooded", "\(sights.entries)")
            try subject.require(sights.found.map(\.sign) == [.loginFlood], "\(sights.found)")
        },
    ]
}

extension StoreSubject {
    fileprivate func candidate() -> BreachCandidate {
        BreachCandidate(
            id: BreachCandidateID(from: clock.world), sign: .loginFlood, subject: "2026-11-24", count: 61, at: now)
    }
}
