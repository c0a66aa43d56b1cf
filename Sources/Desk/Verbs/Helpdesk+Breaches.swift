/// The register of breaches. It is for those who answer for the desk and for the DPO, who watches over them: both may
/// do everything here, and everything is in the audit log with its name.
extension Helpdesk {
    package func openBreach(_ draft: BreachDraft, as principal: Principal) async throws(DeskRefusal) -> Breach {
        try principal.requireBreachDuty()
        let now = world.now()
        try draft.validate(now: now)
        return try await storage { () async throws(StoreFailure) -> Breach in
            try await store.openBreach(draft, by: principal, now: now)
        }
    }

    package func breaches(
        includingClosed: Bool, limit: Int, as principal: Principal
    ) async throws(DeskRefusal) -> [Breach] {
        try principal.requireBreachDuty()
        guard (1...Limits.pageLengthMaximum).contains(limit) else {
            throw .invalid(field: "limit", expected: "a number from 1 to \(Limits.pageLengthMaximum)")
        }
        return try await storage { () async throws(StoreFailure) -> [Breach] in
            try await store.breaches(includingClosed: includingClosed, limit: limit)
        }
    }

    package func breach(_ number: BreachNumber, as principal: Principal) async throws(DeskRefusal) -> Breach {
        try principal.requireBreachDuty()
        return try await found(number)
    }

    package func move(
        _ number: BreachNumber, by act: BreachAct, as principal: Principal
    ) async throws(DeskRefusal) -> Breach {
        try principal.requireBreachDuty()
        let now = world.now()
        return try await outcome { () async throws(StoreFailure) -> BreachOutcome in
            try await store.change(number, by: act, author: principal, now: now)
        }
    }

    /// How many a question would find.
    package func countAffected(
        _ source: AffectedSource, of number: BreachNumber, as principal: Principal
    ) async throws(DeskRefusal) -> AffectedCounts {
        try principal.requireBreachDuty()
        try source.validate(now: world.now())
        _ = try await found(number)
        let counts = try await storage { () async throws(StoreFailure) -> AffectedCounts? in
            try await store.countAffected(source)
        }
        guard let counts else { throw source.notFound }
        return counts
    }

    package func addAffected(
        _ source: AffectedSource, to number: BreachNumber, as principal: Principal
    ) async throws(DeskRefusal) -> Breach {
        try principal.requireBreachDuty()
        let now = world.now()
        try source.validate(now: now)
        return try await outcome(about: source) { () async throws(StoreFailure) -> BreachOutcome in
            try await store.addAffected(source, to: number, by: principal, now: now)
        }
    }

    package func affected(
        by number: BreachNumber, after person: PersonID?, limit: Int, as principal: Principal
    ) async throws(DeskRefusal) -> [AffectedPerson] {
        try principal.requireBreachDuty()
        guard (1...Limits.pageLengthMaximum).contains(limit) else {
            throw .invalid(field: "limit", expected: "a number from 1 to \(Limits.pageLengthMaximum)")
        }
        _ = try await found(number)
        return try await storage { () async throws(StoreFailure) -> [AffectedPerson] in
            try await store.affected(by: number, after: person, limit: limit)
        }
    }

    /// Records how the people are told, and writes their letters when it is by letter. Interrupted, it is asked again:
    /// who has a letter gets no second one.
    package func tell(
        _ number: BreachNumber, _ communication: BreachCommunication, as principal: Principal
    ) async throws(DeskRefusal) -> Breach {
        try principal.requireBreachDuty()
        let breach = try await found(number)
        guard communication.means == .letters else {
            return try await move(number, by: .communicate(communication), as: principal)
        }
        let settings = settings.value
        if let refusal = settings.sendingRefusal { throw .sendingRefused(refusal) }
        let languages = Set(settings.mailboxes.map(\.language))
        let wordless = languages.filter { breach.account.words(in: $0)?.isWhole != true }
        guard wordless.isEmpty else {
            let named = wordless.map(\.rawValue).sorted().joined(separator: ", ")
            throw .invalid(
                field: "words",
                expected: "nature, consequences and measures in \(named) too; `breaches describe --language`")
        }
        if !breach.communications.contains(where: { $0.means == .letters }) {
            _ = try await move(number, by: .communicate(communication), as: principal)
        }
        if !breach.isDrill { try await writeLetters(about: number, as: principal) }
        return try await found(number)
    }

    package func report(
        on number: BreachNumber, as principal: Principal
    ) async throws(DeskRefusal) -> BreachReport {
        BreachReport(try await breach(number, as: principal), settings: settings.value, now: world.now())
    }

    private func writeLetters(about number: BreachNumber, as principal: Principal) async throws(DeskRefusal) {
        let dispatch = Dispatch(settings: settings.value, keys: keys, world: world)
        defer { bells.ringAll() }
        while !Task.isCancelled {
            let outcome = try await storage { () async throws(StoreFailure) -> BreachLetterOutcome in
                try await store.queueBreachLetters(
                    about: number, limit: Limits.breachLettersTogether, by: principal, dispatch: dispatch)
            }
            switch outcome {
            case .queued(let remaining): if remaining == 0 { return }
            case .notComposed(let failure): throw failure.refusal
            case .refused(let refusal): throw refusal
            case .notFound: throw .notFound(.breach)
            }
        }
    }

    private func found(_ number: BreachNumber) async throws(DeskRefusal) -> Breach {
        let found = try await storage { () async throws(StoreFailure) -> Breach? in try await store.breach(number) }
        guard let found else { throw .notFound(.breach) }
        return found
    }

    private func outcome(
        about source: AffectedSource? = nil, _ body: @Sendable () async throws(StoreFailure) -> BreachOutcome
    ) async throws(DeskRefusal) -> Breach {
        switch try await storage(body) {
        case .done(let breach): return breach
        case .refused(let refusal): throw refusal
        case .sourceNotFound: throw source?.notFound ?? .notFound(.breach)
        case .notFound: throw .notFound(.breach)
        }
    }
}

extension AffectedSource {
    var notFound: DeskRefusal {
        switch self {
        case .tickets: .invalid(field: "tickets", expected: "numbers of tickets there are")
        case .misdirected: .invalid(field: "message", expected: "the id of a message there is")
        case .misdirectedMail: .invalid(field: "entry", expected: "the id of a mail of the outbox")
        case .keyEpoch: .invalid(field: "epoch", expected: "the number of a key epoch there is or was")
        case .window, .reads, .backup: .notFound(.breach)
        }
    }
}

extension Principal {
    /// An admin or the DPO, of the whole desk: a breach does not stop at a mailbox.
    func requireBreachDuty() throws(DeskRefusal) {
        guard has(.admin) || has(.dpo), visibleMailboxes == nil else { throw .forbidden(.dpo) }
    }
}
