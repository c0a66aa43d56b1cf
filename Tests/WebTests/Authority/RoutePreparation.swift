import Desk
import DeskTesting
import Foundation
import Web

/// What has to be there before a request of the table, by route. What is one's own (a draft, an answer) is the
/// visitor's where the visitor may have such a thing, so that nobody is told "not found" who is in truth forbidden.
enum RoutePreparation {
    typealias Step = @Sendable (TestDesk, Principal?) async throws -> Void

    static let all: [String: Step] = [
        "POST /api/v1/dpo/tasks/{task}/done": officer,
        "POST /api/v1/dpo/tasks/{task}/due": officer,
        "POST /api/v1/dpia/assessment": { test, _ in
            let screening = ImpactScreening(criteria: [], isListed: false, isExempt: false, reasons: "Few.")
            _ = try await test.desk.screenImpact(screening, as: .operatorOnHost)
        },
        "GET /consent/{purpose}": purpose,
        "POST /consent/{purpose}": purpose,
        "POST /api/v1/consents/lookup": purpose,
        "POST /api/v1/consents": purpose,
        "POST /api/v1/consents/import": purpose,
        "POST /api/v1/consents/withdraw": purpose,
        "POST /api/v1/consents/purposes/{purpose}/close": purpose,
        "GET /confirm/{token}": optIn,
        "POST /confirm/{token}": optIn,
        "POST /api/v1/outbox/{id}/retry": { test, _ in
            test.store.arrange { state in
                for entry in state.entries.keys { state.entries[entry]?.summary.state = .deferred }
            }
        },
        "POST /api/v1/tickets/{number}/merge": { test, _ in
            test.store.arrange { state in
                guard let other = TicketNumber(1043), var copy = state.tickets[test.number] else { return }
                copy.ticket.number = other
                state.tickets[other] = copy
            }
        },
        "POST /api/v1/tickets/{number}/split": { test, _ in
            _ = try await test.desk.note("Two matters.", on: test.number, as: .operatorOnHost)
        },
        "POST /api/v1/tickets/{number}/messages/{id}/admit": { test, _ in
            test.store.arrange { $0.tickets[test.number]?.messages[0].held = true }
        },
        "DELETE /api/v1/tickets/{number}/participants/{id}": { test, _ in
            guard let id = PersonID(hex: RouteSample.participant) else { return }
            let person = Person(
                id: id, address: try Samples.address("eve@customer.example"), name: nil, firstSeenAt: TestDesk.start,
                tickets: [test.number], suppressions: [:], isUndeliverable: false)
            test.store.arrange { state in
                state.people[id] = person
                state.tickets[test.number]?.participants = [id]
            }
        },
        "GET /api/v1/quarantine/{id}": quarantine,
        "DELETE /api/v1/quarantine/{id}": quarantine,
        "POST /api/v1/quarantine/{id}/release": quarantine,
        "POST /api/v1/tickets/{number}/undo": { test, principal in
            try await asFarAsAllowed(principal) { principal in
                _ = try await test.desk.reply(to: test.number, with: ReplyDraft(text: "Oh"), as: principal)
            }
        },
        "DELETE /api/v1/filters/{id}": { test, _ in
            guard let id = SavedFilterID(hex: RouteSample.thing), let name = ShortName("burning") else { return }
            let filter = SavedFilter(id: id, name: name, owner: nil, criteria: TicketCriteria())
            test.store.arrange { $0.filters = [filter] }
        },
        "DELETE /api/v1/canned-replies/{id}": { test, _ in wording(.reply, on: test) },
        "DELETE /api/v1/signatures/{id}": { test, _ in wording(.signature, on: test) },
        "DELETE /api/v1/webhooks/{id}": webhook,
        "POST /api/v1/webhooks/{id}/test": webhook,
        "POST /api/v1/webhooks/{id}/enable": webhook,
        "GET /api/v1/erasures/{id}": { test, _ in erasure(.planned, on: test) },
        "POST /api/v1/erasures/{id}/approve": { test, _ in erasure(.held, on: test) },
        "POST /api/v1/erasures/{id}/cancel": { test, _ in erasure(.waiting, on: test) },
        "POST /api/v1/holds/{id}/lift": { test, _ in
            guard let id = LegalHoldID(hex: RouteSample.thing) else { return }
            let hold = LegalHold(
                id: id, person: test.person, matter: "Case 7", ground: .legalClaims, setAt: TestDesk.start,
                setBy: "agent", reviewOn: CalendarDay(TestDesk.start, in: .gmt))
            test.store.arrange { $0.holds = [hold] }
        },
        "POST /api/v1/people/{id}/unrestrict": { test, _ in
            test.store.arrange { state in
                state.restrictions = [
                    Restriction(person: test.person, ground: .accuracy, since: TestDesk.start, author: "operator")
                ]
            }
        },
        "GET /api/v1/people/{id}/export": export,
        "GET /api/v1/exports/{id}": export,
        "GET /api/v1/exports/{id}/content": export,
        "PUT /api/v1/exports/{id}/request": { test, principal in
            try await export(test, principal)
            request(.received, on: test)
        },
        "DELETE /api/v1/exports/{id}": export,
        "GET /api/v1/requests/{id}": { test, _ in request(.received, on: test) },
        "POST /api/v1/requests/{id}/confirmation": { test, _ in request(.possible, on: test) },
        "POST /api/v1/requests/{id}/verification": { test, _ in request(.received, on: test) },
        "POST /api/v1/requests/{id}/link": { test, _ in request(.received, on: test) },
        "POST /api/v1/requests/{id}/suspension": { test, _ in request(.received, on: test) },
        "POST /api/v1/requests/{id}/resumption": { test, _ in request(.suspended, on: test) },
        "POST /api/v1/requests/{id}/extension": { test, _ in request(.received, on: test) },
        "POST /api/v1/requests/{id}/decision": { test, _ in request(.received, on: test) },
        "POST /api/v1/retention/{mailbox}/approve": { test, _ in
            guard let mailbox = MailboxName("support") else { return }
            let waiting = RetentionRecord.Waiting(
                terms: "", horizon: TestDesk.start, plan: RetentionPlan(total: 1), mailedAt: TestDesk.start)
            test.store.arrange { $0.retention[mailbox] = RetentionRecord(mailbox: mailbox, waiting: waiting) }
        },
        "POST /my/erasure/withdrawal": { test, _ in _ = try await test.desk.askForErasure(of: test.person) },
        "GET /my/exports/{id}": ownExport,
        "POST /my/exports/{id}/end": ownExport,
        "POST /my/consents/withdrawal": { test, _ in try await test.addConsent() },
        "POST /my/requests/{id}/withdrawal": { test, _ in request(.received, on: test) },
        "POST /api/v1/breach-candidates/{id}/dismissal": candidate,
        "POST /api/v1/breach-candidates/{id}/confirmation": candidate,
        "GET /api/v1/breaches/{breach}": { test, _ in breach(.open, on: test) },
        "PATCH /api/v1/breaches/{breach}": { test, _ in breach(.open, on: test) },
        "POST /api/v1/breaches/{breach}/assessment": { test, _ in breach(.open, on: test) },
        "GET /api/v1/breaches/{breach}/affected": { test, _ in breach(.open, on: test) },
        "POST /api/v1/breaches/{breach}/affected": { test, _ in breach(.open, on: test) },
        "POST /api/v1/breaches/{breach}/filings": { test, _ in breach(.open, on: test) },
        "POST /api/v1/breaches/{breach}/communication": { test, _ in breach(.open, on: test) },
        "GET /api/v1/breaches/{breach}/letter": { test, _ in breach(.open, on: test) },
        "GET /api/v1/breaches/{breach}/report": { test, _ in breach(.open, on: test) },
        "POST /api/v1/breaches/{breach}/closure": { test, _ in breach(.open, on: test) },
        "POST /api/v1/breaches/{breach}/reopening": { test, _ in breach(.closed, on: test) },
        "GET /api/v1/mailboxes/{name}/login": signIn,
        "POST /api/v1/mailboxes/{name}/login": signIn,
        "POST /api/v1/mailboxes/{name}/login/answer": signIn,
        "DELETE /api/v1/mailboxes/{name}/login": signIn,
        "GET /api/v1/tickets/{number}/draft": draft,
        "DELETE /api/v1/tickets/{number}/draft": draft,
    ]

    private static let officer: Step = { test, _ in
        _ = try await test.desk.assessOfficer(
            yes: [.specialData], persons: 9, isVoluntary: false, contact: "", reasons: "Health data.",
            as: .operatorOnHost)
    }

    private static let purpose: Step = { test, _ in try await test.addPurpose() }

    private static let optIn: Step = { test, _ in
        try await test.desk.ask(
            .resubscription(group: "default"), of: Samples.address("eve@customer.example"), in: .english)
        _ = try await test.desk.sendOptIns()
    }

    /// A mailbox that is signed in with a browser.
    private static let signIn: Step = { test, _ in
        guard let name = MailboxName("support") else { return }
        let issuer = ScriptedIssuer()
        let plan = SignInPlan(
            flow: .code, authorizationURL: "https://id.example/a", tokenURL: "https://id.example/t", clientID: "c",
            scopes: [], user: "support@example.com")
        let keeper = TokenKeeper(
            mailbox: name, plan: plan, issuer: issuer, store: test.store, world: test.desk.world)
        test.desk.signIns.replace(by: [name: keeper])
        guard let state = await keeper.begin(redirectPort: 1, by: .daemon).prompt?.state else { return }
        issuer.give("access", refresh: "refresh")
        _ = await keeper.finish(code: "c", state: state)
    }

    private static let draft: Step = { test, principal in
        try await asFarAsAllowed(principal) { principal in
            _ = try await test.desk.saveDraft("Use", on: test.number, as: principal)
        }
    }

    private static func wording(_ kind: Wording.Kind, on test: TestDesk) {
        guard let id = WordingID(hex: RouteSample.thing), let name = ShortName("restart") else { return }
        let wording = Wording(id: id, kind: kind, name: name, mailbox: MailboxName("support"), text: "Turn it off.")
        test.store.arrange { $0.wordings = [wording] }
    }

    private static let webhook: Step = { test, _ in
        guard let id = WebhookID(hex: RouteSample.thing), let url = WebhookURL("https://crm.example/in") else { return }
        let hook = Webhook(id: id, url: url, topics: [.ticketOpened], createdAt: TestDesk.start)
        test.store.arrange { $0.webhooks = [hook] }
    }

    private static func erasure(_ state: ErasureState, on test: TestDesk) {
        guard let id = ErasureID(hex: RouteSample.thing) else { return }
        let erasure = Erasure(
            id: id, state: state, askedAt: TestDesk.start, notBefore: TestDesk.start, how: .phone, author: "operator")
        test.store.arrange { $0.erasures = [id: FakeErasure(erasure: erasure, person: test.person)] }
    }

    private static let export: Step = { test, _ in
        guard let id = ExportID(hex: RouteSample.thing) else { return }
        let export = Export(
            id: id, kind: .access, state: .ready, person: test.person, how: .phone, author: "operator",
            askedAt: TestDesk.start, readyAt: TestDesk.start, expiresAt: TestDesk.start.addingTimeInterval(86_400),
            contents: Export.Contents(bytes: 3, messages: 1))
        test.store.arrange { state in
            state.exports = [id: export]
            state.exportBytes = [id: Array("zip".utf8)]
        }
    }

    /// One that was handed to its person.
    private static let ownExport: Step = { test, principal in
        try await export(test, principal)
        test.store.arrange { state in
            for id in state.exports.keys { state.exports[id]?.handedAt = TestDesk.start }
        }
    }

    private static func request(_ state: RightsRequest.State, on test: TestDesk) {
        guard let id = RightsRequestID(hex: RouteSample.thing) else { return }
        let today = CalendarDay(TestDesk.start, in: ControllerPlace.zone(ofCountry: "DE"))
        let request = RightsRequest(
            id: id, right: .access, channel: .phone, receivedAt: TestDesk.start,
            clock: LegalClock(receivedOn: today, country: "DE"), state: state, person: test.person, ticket: nil,
            wording: "", contact: nil, suspendedOn: state == .suspended ? today : nil)
        test.store.arrange { $0.requests = [id: request] }
    }

    private static let candidate: Step = { test, _ in
        guard let id = BreachCandidateID(hex: RouteSample.thing) else { return }
        let seen = BreachCandidate(
            id: id, sign: .loginFlood, subject: "2026-09-21", count: 61, at: TestDesk.start)
        test.store.arrange { $0.candidates = [seen] }
    }

    /// One nobody has to be told of, so that it can be closed.
    private static func breach(_ state: Breach.State, on test: TestDesk) {
        guard let number = BreachNumber(1) else { return }
        let words = BreachWords(nature: "a reply went astray", consequences: "none", measures: "asked to delete it")
        let breach = Breach(
            number: number, isDrill: false, state: state, openedAt: TestDesk.start, openedBy: "operator",
            detectedAt: TestDesk.start, awareAt: TestDesk.start, decidedBy: "B. Muster", kinds: [.confidentiality],
            account: BreachAccount(words: ["en": words]),
            assessments: [
                BreachAssessment(risk: .none, reasons: "sealed", score: nil, at: TestDesk.start, by: "operator")
            ])
        test.store.arrange { $0.breaches = [number: breach] }
    }

    private static let quarantine: Step = { test, _ in
        let message = test.store.snapshot.tickets[test.number]?.messages.first
        guard let message, let mailbox = MailboxName("support") else { return }
        let mail = QuarantinedMail(
            id: message.id, mailbox: mailbox, folder: "INBOX", uid: 1, size: 1, reason: "not a mail",
            at: TestDesk.start, ticket: test.number, lookedAt: TestDesk.start)
        test.store.arrange { $0.quarantined = [mail] }
    }

    private static func asFarAsAllowed(
        _ principal: Principal?, _ act: (Principal) async throws -> Void
    ) async throws {
        do {
            try await act(principal ?? .operatorOnHost)
        } catch is DeskRefusal {
            try await act(.operatorOnHost)
        }
    }
}
