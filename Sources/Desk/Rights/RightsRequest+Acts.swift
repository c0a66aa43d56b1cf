package import Foundation

/// What may be done to a request.
package enum RightsAct: Sendable, Equatable {
    /// A human read the mail and says that it is a request, and which.
    case confirm(RightsRequest.Right)
    case prove(RightsRequest.Identity)
    case suspend
    case resume
    case extend(reason: String)
    case decide(RightsRequest.Decision, signedOffBy: String?)

    /// One word of the audit log.
    package var word: String {
        switch self {
        case .confirm: "confirmed"
        case .prove: "verified"
        case .suspend: "suspended"
        case .resume: "resumed"
        case .extend: "extended"
        case .decide(let decision, _): decision.word
        }
    }
}

/// The legal moves. Each answers the request as it is afterwards, or says why the move is none.
extension RightsRequest {
    package func after(_ act: RightsAct, at now: Date, on day: CalendarDay) throws(DeskRefusal) -> RightsRequest {
        switch act {
        case .confirm(let right): try confirming(right)
        case .prove(let proof): try proving(proof, on: day)
        case .suspend: try suspending(on: day)
        case .resume: try resuming(on: day)
        case .extend(let reason): try extending(because: reason, on: day)
        case .decide(let decision, let signature):
            try deciding(decision, signedOffBy: signature, at: now, on: day)
        }
    }

    /// It is a request, says a human, and of this right.
    func confirming(_ right: Right) throws(DeskRefusal) -> RightsRequest {
        guard state == .possible else {
            throw .invalid(field: "request", expected: "one that waits for a human to say whether it is one")
        }
        var next = self
        next.right = right
        next.state = .received
        return next.touched()
    }

    /// The person is who they say: by the link, or by a human who says how.
    func proving(_ proof: Identity, on day: CalendarDay) throws(DeskRefusal) -> RightsRequest {
        try requireConfirmed()
        guard proof.isProved else { throw .invalid(field: "how", expected: "how the person was recognised") }
        var next = resumed(on: day)
        next.identity = proof
        next.state = .verified
        return next.touched()
    }

    /// We need something from the person and asked for it: the clock stands still until it comes. Only what is asked
    /// within a week stops it, and only once (EDPB 01/2022 §§157–159: without undue delay).
    func suspending(on day: CalendarDay) throws(DeskRefusal) -> RightsRequest {
        try requireConfirmed()
        guard suspendedOn == nil, clock.suspendedDays == 0 else {
            throw .invalid(field: "request", expected: "one whose clock was not stopped before; it stops once")
        }
        guard day <= clock.receivedOn.adding(days: Limits.suspensionAskedWithinDays) else {
            throw .invalid(
                field: "request",
                expected:
                    "one of the last \(Limits.suspensionAskedWithinDays) days; asking later does not stop the clock")
        }
        var next = self
        next.suspendedOn = day
        next.state = .suspended
        return next.touched()
    }

    /// What we asked for has come.
    func resuming(on day: CalendarDay) throws(DeskRefusal) -> RightsRequest {
        try requireOpen()
        guard suspendedOn != nil else {
            throw .invalid(field: "request", expected: "one whose clock stands still")
        }
        var next = resumed(on: day)
        next.state = next.identity.isProved ? .verified : .received
        return next.touched()
    }

    /// Two more months, for complexity or number, told with reasons within the first (Art. 12(3)).
    func extending(because reason: String, on day: CalendarDay) throws(DeskRefusal) -> RightsRequest {
        try requireConfirmed()
        guard !clock.isExtended else { throw .invalid(field: "request", expected: "one that was not extended before") }
        guard suspendedOn == nil else {
            throw .invalid(field: "request", expected: "one whose clock runs; resume it first")
        }
        guard day <= clock.extensionDay else {
            throw .invalid(
                field: "request",
                expected: "one within its first month, which ended on \(clock.extensionDay.text) (Art. 12(3))")
        }
        var next = self
        next.clock.isExtended = true
        next.extensionReason = reason
        return next.touched()
    }

    /// The end. What lets data out or destroys it needs proof of who asked; a refusal needs the DPO's word.
    func deciding(
        _ decision: Decision, signedOffBy signature: String?, at now: Date, on day: CalendarDay
    ) throws(DeskRefusal) -> RightsRequest {
        if case .notARequest = decision { try requireOpen() } else { try requireConfirmed() }
        switch decision {
        case .fulfilled, .partly:
            guard !right.needsProof || identity.isProved else {
                throw .invalid(
                    field: "request", expected: "one whose person is proved; record it with `requests verify`")
            }
        case .refused:
            guard signature != nil else {
                throw .invalid(field: "signedOffBy", expected: "a DPO: a refusal is signed by one (Art. 38)")
            }
        case .notIdentified:
            guard !identity.isProved else {
                throw .invalid(field: "decision", expected: "another one; this person was recognised")
            }
        case .withdrawn: break
        case .notARequest:
            guard state == .possible else {
                throw .invalid(field: "request", expected: "one nobody has confirmed; this one is a request")
            }
        }
        var next = resumed(on: day)
        next.decision = decision
        next.signedOffBy = signature
        next.decidedAt = now
        next.answeredAt = now
        next.state = .closed
        return next.touched()
    }

    private func requireOpen() throws(DeskRefusal) {
        guard isOpen else { throw .invalid(field: "request", expected: "an open one; this one is closed") }
    }

    private func requireConfirmed() throws(DeskRefusal) {
        try requireOpen()
        guard state != .possible else {
            throw .invalid(field: "request", expected: "one a human has confirmed; do that with `requests confirm`")
        }
    }

    private func resumed(on day: CalendarDay) -> RightsRequest {
        guard let since = suspendedOn else { return self }
        var next = self
        next.clock.suspendedDays += max(0, day.number - since.number)
        next.suspendedOn = nil
        return next
    }

    private func touched() -> RightsRequest {
        var next = self
        next.version += 1
        return next
    }
}
