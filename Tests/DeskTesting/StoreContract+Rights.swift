import Desk
import Foundation

/// The register of requests: letters and moves are one, the clock is kept, an unsubscribe does not hold a letter back.
extension StoreContract {
    static let rights = [
        StoreContract("a request is registered with its letter, on a ticket of its own") { subject in
            let person = try await subject.unsubscribedPerson()
            let request = try await subject.registered(for: person)
            try subject.require(request.clock.receivedOn.text == "2026-11-24", "its day: \(request.clock)")
            let number = try subject.unwrap(request.ticket, "the ticket of its letters")
            let sent = try await subject.sendAll()
            try subject.require(sent.count == 1, "one letter, though the person unsubscribed: \(sent.count)")
            let text = try await subject.view(number).messages.last?.text ?? ""
            try subject.require(
                text.contains(request.reference) && text.contains("2026-12-24"), "what it says: \(text)")
            try subject.require(!text.contains("all my data"), "the words of the request are not repeated")
            let kept = try await subject.store.rightsRequest(request.id)
            try subject.require(kept == request, "it is kept as it was: \(String(describing: kept))")
        },
        StoreContract("a request of nobody on file is kept, and no mail leaves") { subject in
            let request = try await subject.registered(for: nil, contact: "+49 30 1234")
            try subject.require(request.ticket == nil, "there is nobody to write to")
            try subject.require(try await subject.sendAll().isEmpty, "nothing leaves")
            let kept = try await subject.store.rightsRequest(request.id)
            try subject.require(kept?.contact == "+49 30 1234", "how to reach the person is kept")
        },
        StoreContract("a move is made by the rules, with its letter in the same ticket") { subject in
            let person = try await subject.unsubscribedPerson()
            let request = try await subject.registered(for: person)
            guard case .refused = try await subject.move(request.id, .decide(.fulfilled, signedOffBy: nil)) else {
                throw ContractBroken(description: "it was fulfilled for somebody nobody recognised")
            }
            subject.clock.advance(by: .seconds(2 * 86_400))
            let asked = try await subject.moved(request.id, .suspend, .question("Which order?"))
            try subject.require(asked.state == .suspended, "the clock stands still")
            subject.clock.advance(by: .seconds(3 * 86_400))
            let proof = RightsRequest.Identity.byStaff(how: "called back", by: "operator", at: subject.now)
            let proved = try await subject.moved(request.id, .prove(proof), nil)
            try subject.require(proved.clock.suspendedDays == 3 && proved.identity.isProved, "and runs on")
            let extended = try await subject.moved(
                request.id, .extend(reason: "four thousand mails"), .extensionNotice)
            try subject.require(extended.clock.dueDay.text == "2027-03-01", "\(extended.clock.dueDay.text)")
            let done = try await subject.moved(
                request.id, .decide(.partly(reasons: "an invoice stays"), signedOffBy: nil), .decision(text: nil))
            try subject.require(done.state == .closed && done.decision?.reasons == "an invoice stays", "it is closed")
            let view = try await subject.view(try subject.unwrap(request.ticket, "the ticket"))
            try subject.require(view.messages.count == 4, "four letters: \(view.messages.count)")
            try subject.require(
                try await subject.store.rightsRequest(request.id) == done, "what is kept is what was answered")
            guard case .refused = try await subject.move(request.id, .resume) else {
                throw ContractBroken(description: "a closed request moved")
            }
        },
        StoreContract("a mail that reads like a request waits for a human, who confirms or dismisses it") { subject in
            let wish = SampleMail.make {
                $0.messageID = "wish@customer.example"
                $0.body = "Please delete my data."
            }
            let number = try await subject.open(wish)
            _ = try await subject.sendAll()
            _ = try await subject.receive(
                .make {
                    $0.messageID = "other@customer.example"
                    $0.body = "How do I descale it?"
                })
            let waiting = try await subject.store.rightsRequests(includingClosed: true, limit: 10)
            let request = try subject.unwrap(waiting.first, "the possible request")
            try subject.require(waiting.count == 1 && request.state == .possible, "one of the two: \(waiting.count)")
            try subject.require(request.right == .erasure && request.ticket == number, "what and where")
            guard case .refused = try await subject.move(request.id, .suspend) else {
                throw ContractBroken(description: "it moved before a human saw it")
            }
            let confirmed = try await subject.moved(request.id, .confirm(.erasure), .acknowledgement)
            try subject.require(confirmed.state == .received, "a human said so")
            let view = try await subject.view(number)
            try subject.require(view.messages.last?.text.contains(request.reference) == true, "the person is told")
        },
        StoreContract("the clocks of open requests name nobody, and what was reminded of is kept") { subject in
            let person = try await subject.unsubscribedPerson()
            let request = try await subject.registered(for: person)
            let closed = try await subject.registered(for: nil, contact: nil, receivedOn: "2026-11-01")
            _ = try await subject.moved(closed.id, .decide(.withdrawn, signedOffBy: nil), nil)
            let deadline = RightsDeadline(id: request.id, clock: request.clock)
            try subject.require(
                try await subject.store.rightsDeadlines(limit: 10) == [deadline], "one is open")
            try subject.require(
                try await subject.store.alarmFigures(now: subject.now).deadlines == [deadline], "alarms know it")
            try await subject.store.noteReminded(.week, of: [request.id])
            try subject.require(
                try await subject.store.rightsDeadlines(limit: 10).first?.reminded == .week, "it is kept")
            _ = try await subject.moved(request.id, .suspend, .question("Which?"))
            let waiting = try await subject.store.rightsDeadlines(limit: 10).first
            try subject.require(
                waiting?.isSuspended == true && waiting?.reminded == .week, "a move forgets nothing")
        },
        StoreContract("the most urgent request stands first, closed ones last") { subject in
            let late = try await subject.registered(for: nil, contact: nil, receivedOn: "2026-11-20")
            let later = try await subject.registered(for: nil, contact: nil, receivedOn: "2026-11-22")
            let closed = try await subject.registered(for: nil, contact: nil, receivedOn: "2026-11-01")
            _ = try await subject.moved(closed.id, .decide(.withdrawn, signedOffBy: nil), nil)
            let open = try await subject.store.rightsRequests(includingClosed: false, limit: 10)
            try subject.require(open.map(\.id) == [late.id, later.id], "open ones by their day")
            let all = try await subject.store.rightsRequests(includingClosed: true, limit: 10)
            try subject.require(all.map(\.id) == [late.id, later.id, closed.id], "then the closed")
        },
    ]
}

extension StoreSubject {
    fileprivate var letters: Dispatch { Dispatch(settings: settings, keys: keys, world: clock.world) }

    /// Somebody on file who wants no mail that is not required.
    fileprivate func unsubscribedPerson() async throws -> PersonID {
        _ = try await openAcknowledged()
        try await store.suppress(suppression(), by: .daemon)
        return try unwrap(
            await store.person(withAddress: Samples.address("ada@customer.example")), "the person"
        ).id
    }

    fileprivate func registered(
        for person: PersonID?, contact: String? = nil, receivedOn day: String? = nil
    ) async throws -> RightsRequest {
        let today = CalendarDay(now, in: ControllerPlace.zone(ofCountry: "DE"))
        let received = try unwrap(day.map { CalendarDay(text: $0) } ?? today, "the day")
        let request = RightsRequest(
            id: RightsRequestID(from: clock.world), right: .erasure, channel: .phone, receivedAt: now,
            clock: LegalClock(receivedOn: received, country: "DE"), person: person, ticket: nil,
            wording: "delete all my data", contact: contact)
        let outcome = try await store.register(
            request, in: profile, letter: person == nil ? nil : .acknowledgement, by: .operatorOnHost,
            dispatch: letters)
        guard case .done(let made) = outcome else { throw ContractBroken(description: "it became \(outcome)") }
        return made
    }

    fileprivate func move(
        _ id: RightsRequestID, _ act: RightsAct, _ letter: RightsLetter? = nil
    ) async throws -> RightsOutcome {
        try await store.change(id, by: act, letter: letter, author: .operatorOnHost, dispatch: letters)
    }

    fileprivate func moved(
        _ id: RightsRequestID, _ act: RightsAct, _ letter: RightsLetter?
    ) async throws -> RightsRequest {
        let outcome = try await move(id, act, letter)
        guard case .done(let request) = outcome else { throw ContractBroken(description: "\(act) became \(outcome)") }
        return request
    }
}
