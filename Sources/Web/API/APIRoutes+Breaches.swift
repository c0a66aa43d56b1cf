import Desk
import Foundation

/// The register of breaches. What each move needs is decided by the desk.
extension APIRoutes {
    var breachRoutes: [Route] {
        [
            route("GET", "/breaches") { (request) async throws(APIFailure) in try await breaches(request) },
            route("POST", "/breaches") { (request) async throws(APIFailure) in try await openBreach(request) },
            route("GET", "/breaches/{breach}") { (request) async throws(APIFailure) in
                let number = try request.breachNumber()
                return try await answer(number) { () async throws(DeskRefusal) in
                    try await desk.breach(number, as: request.principal)
                }
            },
            route("PATCH", "/breaches/{breach}") { (request) async throws(APIFailure) in
                let body = try request.body(BreachPatchBody.self)
                return try await move(request, by: .describe(try body.changes(desk.settings.value.language)))
            },
            route("POST", "/breaches/{breach}/assessment") { (request) async throws(APIFailure) in
                let body = try request.body(AssessmentBody.self)
                return try await move(request, by: .assess(try body.assessment(by: request, at: desk.world.now())))
            },
            route("POST", "/breaches/{breach}/filings") { (request) async throws(APIFailure) in
                try await file(request)
            },
            route("POST", "/breaches/{breach}/communication") { (request) async throws(APIFailure) in
                try await tell(request)
            },
            route("POST", "/breaches/{breach}/closure") { (request) async throws(APIFailure) in
                let closing = Breach.Closing(
                    reasons: try request.body(BreachMoveBody.self).reasons, at: desk.world.now(),
                    by: request.principal.auditName)
                return try await move(request, by: .close(closing))
            },
            route("POST", "/breaches/{breach}/reopening") { (request) async throws(APIFailure) in
                try await move(request, by: .reopen)
            },
        ] + affectedRoutes
    }

    private func breaches(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let query = try request.query(["state", "limit"])
        let state = query["state"] ?? "open"
        guard ["open", "all"].contains(state) else { throw .invalid("state", "open or all") }
        guard let limit = Int(query["limit"] ?? "\(Desk.Limits.pageLength)") else {
            throw .invalid("limit", "a number from 1 to \(Desk.Limits.pageLengthMaximum)")
        }
        let found = try await asking(about: "the register of breaches") { () async throws(DeskRefusal) in
            try await desk.breaches(includingClosed: state == "all", limit: limit, as: request.principal)
        }
        let now = desk.world.now()
        return APICoding.response(200, APIBreaches(breaches: found.map { APIBreach($0, at: now) }))
    }

    private func openBreach(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(BreachBody.self)
        let draft = BreachDraft(
            isDrill: body.drill, detectedAt: body.detectedAt, awareAt: body.awareAt, decidedBy: body.decidedBy,
            kinds: try BreachReading.kinds(body.kinds))
        let made = try await asking(about: "the new breach") { () async throws(DeskRefusal) in
            try await desk.openBreach(draft, as: request.principal)
        }
        return APICoding.response(201, APIBreach(made, at: desk.world.now()))
    }

    private func file(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(FilingBody.self)
        let number = try request.breachNumber()
        let now = desk.world.now()
        let before = try await asking(about: "breach \(number.value)") { () async throws(DeskRefusal) in
            try await desk.breach(number, as: request.principal)
        }
        let recipient: BreachFiling.Recipient = try BreachReading.word(body.recipient, "recipient")
        let isFirst = !before.filings.contains { $0.recipient == recipient }
        let filing = BreachFiling(
            recipient: recipient, way: try BreachReading.word(body.via, "via"),
            stage: body.final ? .final : isFirst ? .initial : .supplementary, reference: body.reference,
            at: body.at ?? now, lateReasons: body.lateReasons, recordedAt: now, by: request.principal.auditName)
        guard body.send else { return try await move(request, by: .file(filing)) }
        return try await answer(number) { () async throws(DeskRefusal) in
            try await desk.mailAuthority(about: number, filing, as: request.principal)
        }
    }

    private func tell(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(CommunicationBody.self)
        let number = try request.breachNumber()
        let means: BreachCommunication.Means = try BreachReading.word(body.means, "means")
        var ground: BreachCommunication.Ground? = means == .publicNotice ? .publicNotice : nil
        if let word = body.ground { ground = try BreachReading.word(word, "ground") }
        let communication = BreachCommunication(
            means: means, ground: ground, reasons: body.reasons, place: body.place, at: desk.world.now(),
            by: request.principal.auditName)
        return try await answer(number) { () async throws(DeskRefusal) in
            try await desk.tell(number, communication, as: request.principal)
        }
    }

    private func move(_ request: APIRequest, by act: BreachAct) async throws(APIFailure) -> WebResponse {
        let number = try request.breachNumber()
        return try await answer(number) { () async throws(DeskRefusal) in
            try await desk.move(number, by: act, as: request.principal)
        }
    }

    func answer(
        _ number: BreachNumber, _ verb: () async throws(DeskRefusal) -> Breach
    ) async throws(APIFailure) -> WebResponse {
        let breach = try await asking(about: "breach \(number.value)", verb)
        return APICoding.response(200, APIBreach(breach, at: desk.world.now()))
    }
}

extension APIRequest {
    func breachNumber() throws(APIFailure) -> BreachNumber {
        guard let number = BreachNumber(text: request.parameters["breach"] ?? "") else {
            throw .refused(.notFound(.breach), thing: "such a breach")
        }
        return number
    }
}

/// Words of the register, read from a body.
enum BreachReading {
    static func word<Word: RawRepresentable & CaseIterable>(
        _ text: String, _ field: String
    ) throws(APIFailure) -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: text) else {
            throw .invalid(field, Word.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return word
    }

    static func kinds(_ texts: [String]) throws(APIFailure) -> Set<BreachAccount.Kind> {
        var kinds: Set<BreachAccount.Kind> = []
        for text in texts { kinds.insert(try word(text, "kinds")) }
        return kinds
    }
}

extension BreachPatchBody {
    func changes(_ serviceLanguage: Language) throws(APIFailure) -> BreachChanges {
        var changes = BreachChanges()
        if let kinds { changes.kinds = try BreachReading.kinds(kinds) }
        let words = BreachChanges.Words(
            nature: nature, consequences: consequences, measures: measures, advice: advice)
        if words != BreachChanges.Words() {
            let spoken = language ?? serviceLanguage.rawValue
            changes.words = [spoken: words]
        }
        if let cause { changes.cause = try BreachReading.word(cause, "cause") }
        changes.startedAt = startedAt
        changes.endedAt = endedAt
        changes.subjectCategories = subjectCategories
        changes.dataCategories = dataCategories
        changes.protection = protection
        changes.processors = processors
        changes.countries = countries
        changes.authorities = authorities
        changes.otherPeople = otherPeople
        changes.otherRecords = otherRecords
        return changes
    }
}

extension AssessmentBody {
    func assessment(by request: APIRequest, at now: Date) throws(APIFailure) -> BreachAssessment {
        BreachAssessment(
            risk: try BreachReading.word(risk, "risk"), reasons: reasons, score: try madeScore(), at: now,
            by: request.principal.auditName)
    }

    private func madeScore() throws(APIFailure) -> BreachScore? {
        guard let score else { return nil }
        let quarters = [score.identification, score.confidentiality, score.integrity, score.availability].map {
            Int(exactly: $0 * 4) ?? -1
        }
        guard
            let made = BreachScore(
                context: score.context, identification: quarters[0], confidentiality: quarters[1],
                integrity: quarters[2], availability: quarters[3], isMalicious: score.malicious)
        else {
            throw .invalid(
                "score", "context 1–4, identification 0.25, 0.5, 0.75 or 1, each circumstance 0, 0.25 or 0.5")
        }
        return made
    }
}
