/// What may be done to a breach.
package enum BreachAct: Sendable, Equatable {
    /// More is known now.
    case describe(BreachChanges)
    case assess(BreachAssessment)
    case file(BreachFiling)
    case communicate(BreachCommunication)
    case close(Breach.Closing)
    case reopen

    /// One word of the audit log.
    package var word: String {
        switch self {
        case .describe: "described"
        case .assess(let assessment): "assessed-" + assessment.risk.rawValue
        case .file(let filing): "notified-" + filing.recipient.rawValue
        case .communicate(let communication): "people-" + communication.means.rawValue
        case .close: "closed"
        case .reopen: "reopened"
        }
    }
}

/// The legal moves. Each answers the breach as it is afterwards, or says why the move is none.
extension Breach {
    package func after(_ act: BreachAct) throws(DeskRefusal) -> Breach {
        if case .reopen = act {
            guard state == .closed else { throw .invalid(field: "breach", expected: "a closed one") }
            return changed { breach in
                breach.state = .open
                breach.closing = nil
            }
        }
        guard state == .open else {
            throw .invalid(field: "breach", expected: "an open one; reopen it when more came to light")
        }
        switch act {
        case .describe(let changes):
            let account = changes.applied(to: account)
            try account.validate()
            let kinds = changes.kinds ?? kinds
            guard !kinds.isEmpty else { throw .invalid(field: "kinds", expected: "at least one") }
            return changed { breach in
                breach.account = account
                breach.kinds = kinds
            }
        case .assess(let assessment):
            try Self.requireReasons(assessment.reasons)
            guard assessments.count < Limits.breachEntries else { throw Self.tooMany }
            return changed { $0.assessments.append(assessment) }
        case .file(let filing): return try filed(filing)
        case .communicate(let communication): return try communicated(communication)
        case .close(let closing): return try closed(closing)
        case .reopen: return self
        }
    }

    /// The first notification of the authority has to be in time, or says why it is not (Art. 33(1)).
    private func filed(_ filing: BreachFiling) throws(DeskRefusal) -> Breach {
        guard filings.count < Limits.breachEntries else { throw Self.tooMany }
        guard filing.at >= detectedAt, filing.at <= filing.recordedAt else {
            throw .invalid(field: "at", expected: "a time from detection to now")
        }
        guard filing.reference.utf8.count <= Limits.lineBytes, filing.reference.isOneLine else {
            throw .invalid(field: "reference", expected: "one line of at most \(Limits.lineBytes) bytes")
        }
        if let reasons = filing.lateReasons { try Self.requireReasons(reasons, field: "lateReasons") }
        if filing.recipient == .authority, notifiedAt == nil, clock.isLate(filing.at), filing.lateReasons == nil {
            throw .invalid(
                field: "lateReasons",
                expected: "why it was not within \(clock.hours) hours of awareness: a late notification needs reasons "
                    + "(Art. \(LawProfile.current.breach.authorityArticle))")
        }
        return changed { $0.filings.append(filing) }
    }

    private func communicated(_ communication: BreachCommunication) throws(DeskRefusal) -> Breach {
        guard communications.count < Limits.breachEntries else { throw Self.tooMany }
        guard risk != nil else {
            throw .invalid(field: "breach", expected: "one whose risk was assessed; do that with `breaches assess`")
        }
        switch communication.means {
        case .letters:
            guard affected.people > 0 else {
                throw .invalid(
                    field: "breach", expected: "one with affected people; find them with `breaches affected`")
            }
        case .publicNotice:
            try Self.requireReasons(communication.reasons ?? "")
            guard communication.ground == .publicNotice, let place = communication.place, !place.isEmpty,
                place.utf8.count <= Limits.lineBytes
            else { throw .invalid(field: "place", expected: "where the public communication can be read") }
        case .exempt:
            try Self.requireReasons(communication.reasons ?? "")
            guard let ground = communication.ground, ground != .publicNotice else {
                throw .invalid(
                    field: "ground",
                    expected: "unintelligible (Art. 34(3)(a)) or risk-removed (Art. 34(3)(b))")
            }
        }
        return changed { $0.communications.append(communication) }
    }

    /// Facts, effects and remedial action are told (Art. 33(5)), and whoever had to hear of it has.
    private func closed(_ closing: Closing) throws(DeskRefusal) -> Breach {
        try Self.requireReasons(closing.reasons)
        guard account.words.values.contains(where: \.isWhole) else {
            throw .invalid(
                field: "breach",
                expected: "one whose nature, consequences and measures are told (Art. 33(5)); `breaches describe`")
        }
        guard let risk else {
            throw .invalid(field: "breach", expected: "one whose risk was assessed; do that with `breaches assess`")
        }
        if risk.needsAuthority, notifiedAt == nil {
            throw .invalid(
                field: "breach", expected: "one the authority was told of (Art. 33(1)); record it: `breaches notify`")
        }
        if risk.needsPeople, communications.isEmpty {
            throw .invalid(
                field: "breach",
                expected: "one whose people were told, or need not be (Art. 34); `breaches tell`")
        }
        if communications.contains(where: { $0.means == .letters }), letters.unwritten > 0, !isDrill {
            throw .invalid(
                field: "breach", expected: "one whose letters are all written; go on with `breaches tell --letters`")
        }
        return changed { breach in
            breach.state = .closed
            breach.closing = closing
        }
    }

    private static func requireReasons(_ text: String, field: String = "reasons") throws(DeskRefusal) {
        guard text.contains(where: { !$0.isWhitespace }), text.utf8.count <= Limits.breachTextBytes else {
            throw .invalid(field: field, expected: "1–\(Limits.breachTextBytes) bytes that say why")
        }
    }

    private static let tooMany = DeskRefusal.invalid(
        field: "breach", expected: "one with fewer than \(Limits.breachEntries) entries of this kind")

    /// What a question found goes into the register; the people themselves stand beside it.
    package func asked(_ query: AffectedQuery) throws(DeskRefusal) -> Breach {
        guard state == .open else {
            throw .invalid(field: "breach", expected: "an open one; reopen it when more came to light")
        }
        guard queries.count < Limits.breachEntries else { throw Self.tooMany }
        return changed { $0.queries.append(query) }
    }

    private func changed(_ change: (inout Breach) -> Void) -> Breach {
        var next = self
        change(&next)
        next.version += 1
        return next
    }
}
