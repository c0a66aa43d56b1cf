import Desk
import DeskTesting
import Foundation
import Web

/// A request that gets as far as the verb behind a route, so that what comes back is the verb's own answer.
///
/// **When you add a route** whose request needs a body, give it one in `bodies`; when its path has a new name in
/// braces, say in `value` what it is; when something has to be there before, put it there in `RoutePreparation`.
struct RouteSample {
    let method: String
    let path: String
    let body: String
    let contentType: String?
    /// Of somebody who is signed in to the portal: there the cookie is the authority.
    let cookie: String?

    init(of route: Route, on test: TestDesk, for principal: Principal?) async throws {
        let name = "\(route.method) \(route.pattern)"
        try await Self.prepare(name, on: test, for: principal)
        method = route.method
        var segments: [String] = []
        for segment in route.pattern.split(separator: "/", omittingEmptySubsequences: false) {
            let isName = segment.hasPrefix("{")
            segments.append(isName ? try Self.value(of: String(segment), in: route.pattern, on: test) : String(segment))
        }
        path = segments.joined(separator: "/")
        let known = Self.bodies[name] ?? Self.portalForm(name)
        body = (known ?? "").replacing("MESSAGE", with: Self.message(test))
        let isPortal = route.pattern.hasPrefix("/my")
        cookie = isPortal ? "__Host-my=\(Self.pass)" : nil
        if isPortal { try Self.openPortal(of: test) }
        contentType = known.map { $0.hasPrefix("{") ? "application/json" : "application/x-www-form-urlencoded" }
    }

    /// Forms, and JSON. `MESSAGE` is the id of the customer's message.
    private static let bodies = [
        "POST /u/{token}": "List-Unsubscribe=One-Click",
        "POST /confirm/{token}": "confirm=1",
        "POST /my/ask": "address=ann%40customer.example",
        "POST /my/link/{token}": "use=1",
        "POST /consent/{purpose}": "version=en-1&address=eve%40customer.example&consent=newsletter",
        "POST /api/v1/consents/lookup": "{\"address\": \"a@b.example\", \"purpose\": \"newsletter\"}",
        "POST /api/v1/consents/list": "{\"address\": \"a@b.example\"}",
        "POST /api/v1/consents": consent,
        "POST /api/v1/consents/import": "{\"rows\": [\(consent)]}",
        "POST /api/v1/consents/withdraw": "{\"address\": \"a@b.example\", \"purpose\": \"newsletter\"}",
        "POST /api/v1/consents/purposes": """
        {"code": "news", "language": "en", "title": "News", "text": "We send you news of our products once a month."}
        """,
        "POST /api/v1/tickets":
            """
        {"mailbox": "support", "to": "new@customer.example", "subject": "S", "text": "T", "reason": "R", "basis": "B"}
        """,
        "POST /api/v1/processors": "{\"name\": \"host\", \"service\": \"mail\", \"country\": \"DE\"}",
        "POST /api/v1/scope": "{\"reasons\": \"A shop in Berlin.\", \"yes\": [\"established\", \"in-context\"]}",
        "POST /api/v1/breach-kit-key":
            "{\"logN\": 17, \"salt\": \"\(zeros.prefix(32))\", \"key\": \"\(zeros)\"}",
        "POST /api/v1/dpo/assessment":
            "{\"reasons\": \"Nine people.\", \"yes\": [\"special-data\"], \"persons\": 9}",
        "POST /api/v1/dpo/appointment":
            "{\"position\": \"external\", \"from\": \"2026-10-01\", \"qualification\": \"lawyer\"}",
        "POST /api/v1/dpo/tasks": "{\"words\": \"Look at the logs\", \"due\": \"2026-12-01\"}",
        "POST /api/v1/dpo/tasks/{task}/done": "{\"words\": \"Done in a meeting.\"}",
        "POST /api/v1/dpo/tasks/{task}/due": "{\"words\": \"Ill.\", \"due\": \"2026-12-01\"}",
        "POST /api/v1/dpia": "{\"reasons\": \"Few people write.\", \"yes\": [\"sensitive\"]}",
        "POST /api/v1/dpia/assessment":
            "{\"on\": \"2026-09-01\", \"by\": \"B\", \"advice\": \"A\", \"views\": \"V\", \"residualHigh\": false}",
        "POST /api/v1/tickets/search": "{\"text\": \"burns\"}",
        "PATCH /api/v1/tickets/{number}": "{\"status\": \"closed\"}",
        "POST /api/v1/tickets/{number}/replies": "{\"text\": \"Use water.\"}",
        "POST /api/v1/tickets/{number}/notes": "{\"text\": \"Called.\"}",
        "POST /api/v1/tickets/{number}/merge": "{\"into\": 1043}",
        "POST /api/v1/tickets/{number}/split": "{\"messages\": [\"MESSAGE\"]}",
        "POST /api/v1/tickets/{number}/participants": "{\"address\": \"eve@customer.example\"}",
        "POST /api/v1/tickets/{number}/messages/{id}/forward":
            "{\"to\": \"vendor@parts.example\", \"reason\": \"warranty\", \"allAttachments\": true}",
        "PUT /api/v1/tickets/{number}/draft": "{\"text\": \"Use wa\"}",
        "PUT /api/v1/tickets/{number}/snooze": "{\"until\": \"2026-10-01T09:00:00Z\"}",
        "POST /api/v1/tickets/bulk": "{\"preview\": true, \"numbers\": [1042], \"change\": {\"status\": \"closed\"}}",
        "POST /api/v1/tickets/{number}/messages/{id}/redaction": "{\"text\": \"It burns.\"}",
        "POST /api/v1/blocks": "{\"target\": \"evil.example\"}",
        "POST /api/v1/blocks/remove": "{\"target\": \"evil.example\"}",
        "POST /api/v1/filters": "{\"name\": \"mine\", \"criteria\": {}}",
        "POST /api/v1/canned-replies": "{\"name\": \"restart\", \"mailbox\": \"support\", \"text\": \"Turn it off.\"}",
        "POST /api/v1/signatures": "{\"mailbox\": \"support\", \"text\": \"Yours\"}",
        "POST /api/v1/webhooks": "{\"url\": \"https://crm.example/in\", \"events\": [\"ticket.opened\"]}",
        "POST /api/v1/people/{id}/erase": "{\"verified\": {\"how\": \"phone\", \"by\": \"M. Muster\"}}",
        "POST /api/v1/people/{id}/hold":
            "{\"matter\": \"Case 7\", \"ground\": \"e\", \"review\": \"2026-12-01\"}",
        "POST /api/v1/people/{id}/rectify": "{\"name\": \"Anna\"}",
        "POST /api/v1/people/{id}/objection": "{\"to\": \"processing\"}",
        "POST /api/v1/people/{id}/restrict": "{\"ground\": \"a\"}",
        "POST /api/v1/people/{id}/unrestrict":
            "{\"ground\": \"a\", \"reason\": \"It is right.\", \"told\": \"phone\"}",
        "POST /api/v1/people/{id}/export": "{\"verified\": {\"how\": \"phone\", \"by\": \"M. Muster\"}}",
        "PUT /api/v1/exports/{id}/request": "{\"request\": \"73737373737373737373737373737373\"}",
        "POST /api/v1/requests": "{\"right\": \"access\", \"channel\": \"phone\"}",
        "POST /api/v1/requests/{id}/confirmation": "{\"right\": \"access\"}",
        "POST /api/v1/requests/{id}/verification": "{\"how\": \"called back\"}",
        "POST /api/v1/requests/{id}/suspension": "{\"text\": \"Which order?\"}",
        "POST /api/v1/requests/{id}/extension": "{\"reason\": \"four thousand mails\"}",
        "POST /api/v1/requests/{id}/decision": "{\"decision\": \"withdrawn\"}",
        "POST /api/v1/breach-candidates/{id}/dismissal": "{\"reasons\": \"our own test\"}",
        "POST /api/v1/breach-candidates/{id}/confirmation": "{\"decidedBy\": \"B. Muster\"}",
        "POST /api/v1/breaches":
            """
        {"detectedAt": "2026-09-20T08:00:00Z", "awareAt": "2026-09-20T09:00:00Z", "decidedBy": "B. Muster",
        "kinds": ["confidentiality"]}
        """,
        "PATCH /api/v1/breaches/{breach}": "{\"cause\": \"misdirected\"}",
        "POST /api/v1/breaches/{breach}/assessment": "{\"risk\": \"none\", \"reasons\": \"sealed\"}",
        "POST /api/v1/breaches/{breach}/affected": "{\"tickets\": [1042], \"preview\": true}",
        "POST /api/v1/breaches/{breach}/filings": "{\"recipient\": \"authority\", \"via\": \"portal\"}",
        "POST /api/v1/breaches/{breach}/communication":
            "{\"means\": \"exempt\", \"ground\": \"unintelligible\", \"reasons\": \"sealed\"}",
        "POST /api/v1/breaches/{breach}/closure": "{\"reasons\": \"learned\"}",
        "POST /api/v1/people/lookup": "{\"address\": \"\(TestDesk.customer)\"}",
        "POST /api/v1/people/{id}/resubscribe": "{\"evidence\": \"by phone\"}",
        "POST /api/v1/agents": "{\"name\": \"Carl\", \"email\": \"carl@example.com\", \"role\": \"agent\"}",
        "PATCH /api/v1/agents/{id}": "{\"mailboxes\": [\"support\"]}",
        "POST /api/v1/tokens": "{\"label\": \"bot\", \"scopes\": [\"tickets:read\"]}",
        "POST /api/v1/retention/run": "{\"dryRun\": true}",
        "POST /api/v1/mailboxes/{name}/login": "{\"redirectPort\": 4711}",
        "POST /api/v1/mailboxes/{name}/login/answer": "{\"state\": \"s\", \"code\": \"c\"}",
        "POST /api/v1/backups": "{\"set\": \"desk\", \"directory\": \"/var/backups\"}",
    ]

    /// 32 zero octets: what the browser of somebody who is signed in holds here, and the secret of their link.
    private static let pass = String(repeating: "A", count: 43)

    private static func openPortal(of test: TestDesk) throws {
        guard let pass = PortalPass(pass) else { throw Unknown(name: "pass", pattern: "/my") }
        let link = PortalLink(hash: pass.hash, person: test.person, purpose: .signIn, madeAt: TestDesk.start)
        test.store.arrange { state in
            state.portalSessions = [
                PortalSession(
                    hash: pass.hash, person: test.person, begunAt: TestDesk.start, seenAt: TestDesk.start)
            ]
            state.links = [FakeLink(link: link, secret: pass.text)]
        }
    }

    /// A form of the portal is the key of the session and what it is about.
    private static func portalForm(_ name: String) -> String? {
        guard let fields = portalForms[name], let pass = PortalPass(pass) else { return nil }
        return (["key=\(pass.formKey)"] + fields).joined(separator: "&")
    }

    private static let portalForms: [String: [String]] = [
        "POST /my/sign-out": [],
        "POST /my/mail": ["mail=answers"],
        "POST /my/requests": ["right=information", "words=Why%3F"],
        "POST /my/requests/{id}/withdrawal": [],
        "POST /my/restriction": ["ground=a", "words="],
        "POST /my/exports": ["kind=access"],
        "POST /my/exports/{id}/end": [],
        "POST /my/consents/withdrawal": ["purpose=newsletter"],
        "POST /my/name": ["name=Ann"],
        "POST /my/objection": ["against=marketing"],
        "POST /my/erasure": ["sure=1"],
        "POST /my/erasure/withdrawal": [],
    ]
    private static let consent = """
        {"address": "a@b.example", "purpose": "newsletter", "textVersion": "en-1", "act": "signed-paper", \
        "givenAt": "2026-09-01T00:00:00Z", "evidence": "folder 7"}
        """

    private static func value(of name: String, in pattern: String, on test: TestDesk) throws -> String {
        let state = test.store.snapshot
        switch (name, pattern.contains("/attachments/") ? "attachments" : "") {
        case ("{purpose}", _): return "newsletter"
        case ("{number}", _): return "\(test.number.value)"
        case ("{token}", _) where pattern.hasPrefix("/confirm/"): return try test.confirmationToken()
        case ("{token}", _) where pattern.hasPrefix("/my"): return pass
        case ("{breach}", _): return "1"
        case ("{task}", _): return "2026-authority"
        case ("{name}", _): return "support"
        case ("{token}", _): return try test.token(.body)
        case ("{mailbox}", _): return "support"
        case ("{id}", _) where pattern.contains("/files/"): return state.files.keys.first?.hex ?? ""
        case ("{id}", "attachments"): return state.files.keys.first?.hex ?? ""
        case ("{id}", _) where pattern.contains("/messages/"): return message(test)
        case ("{id}", _) where pattern.contains("/participants/"): return participant
        case ("{id}", _) where pattern.contains("/quarantine/"): return message(test)
        case ("{id}", _) where pattern.contains("/people/"): return test.person.hex
        case ("{id}", _) where pattern.contains("/outbox/"): return state.entries.keys.sorted().first?.hex ?? ""
        case ("{id}", _) where pattern.contains("/agents/"): return colleague
        case ("{id}", _) where pattern.contains("/tokens/"): return oldToken
        case ("{id}", _) where prepared.contains(where: pattern.contains): return thing
        default: throw Unknown(name: name, pattern: pattern)
        }
    }

    /// What has to be there before the request. What is one's own (a draft, an answer) is the visitor's where the
    /// visitor may have such a thing, so that nobody is told "not found" who is in truth forbidden.
    private static func prepare(_ name: String, on test: TestDesk, for principal: Principal?) async throws {
        guard let colleague = AgentID(hex: colleague), let oldToken = AccessTokenID(hex: oldToken) else { return }
        let address = try Samples.address("bea@example.com")
        test.store.arrange { state in
            state.agents.append(
                Agent(
                    id: colleague, name: "Bea", address: address, role: .agent, mailboxes: nil, unixUser: nil,
                    createdAt: TestDesk.start))
            state.tokens.append(
                AccessTokenRecord(
                    id: oldToken, label: "old", hash: [], scopes: [.ticketsRead], mailboxes: nil,
                    createdAt: TestDesk.start, expiresAt: TestDesk.start))
        }
        try await RoutePreparation.all[name]?(test, principal)
    }

    static func message(_ test: TestDesk) -> String {
        test.store.snapshot.tickets[test.number]?.messages.first?.id.hex ?? ""
    }

    private static let colleague = String(repeating: "70", count: 16)
    static let participant = String(repeating: "72", count: 16)
    /// The id of what `RoutePreparation` puts there for the paths below these.
    static let thing = String(repeating: "73", count: 16)
    private static let prepared = [
        "/filters/", "/canned-replies/", "/signatures/", "/webhooks/", "/erasures/", "/requests/", "/holds/",
        "/exports/",
        "/breach-candidates/",
    ]
    private static let zeros = String(repeating: "0", count: 64)
    private static let oldToken = String(repeating: "71", count: 16)

    struct Unknown: Error, CustomStringConvertible {
        let name: String
        let pattern: String
        var description: String { "RouteSample.value does not know what \(name) is in \(pattern)" }
    }
}
