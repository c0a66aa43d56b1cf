import Desk
import DeskTesting
import Foundation
import Testing

@testable import Web

struct OpenAPITests {
    private func document() throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(OpenAPI.document.utf8))
        return try #require(value as? [String: Any])
    }

    @Test func `the description names exactly the routes there are`() throws {
        let paths = try #require(try document()["paths"] as? [String: [String: Any]])
        var described: Set<String> = []
        for (path, item) in paths {
            for method in item.keys where method != "parameters" { described.insert("\(method.uppercased()) \(path)") }
        }
        let routes = try SiteTester().site.routes.filter { $0.pattern.hasPrefix("/api/") }
        #expect(described == Set(routes.map { "\($0.method) \($0.pattern)" }))
        // Every name in braces is declared.
        for (path, item) in paths {
            let names = path.matches(of: /\{(\w+)\}/).map { String($0.1) }
            #expect((item["parameters"] as? [Any])?.count ?? 0 == names.count, "\(path)")
        }
    }

    @Test func `every reference leads somewhere`() throws {
        let document = try document()
        for match in OpenAPI.document.matches(of: /"\$ref":\s*"#\/([^"]+)"/) {
            var place: Any? = document
            for name in match.1.split(separator: "/") { place = (place as? [String: Any])?[String(name)] }
            #expect(place != nil, "\(match.1)")
        }
    }

    @Test func `bodies are described with exactly the fields that are read`() throws {
        let schemas = try schemas()
        let bodies: [(String, [String])] = [
            ("NewTicket", OpeningBody.CodingKeys.allCases.map(\.rawValue)),
            ("Reply", ReplyBody.CodingKeys.allCases.map(\.rawValue)),
            ("NewAttachment", ReplyBody.Attachment.CodingKeys.allCases.map(\.rawValue)),
            ("Override", ReplyBody.Override.CodingKeys.allCases.map(\.rawValue)),
            ("Criteria", CriteriaBody.CodingKeys.allCases.map(\.rawValue)),
            ("NewBlock", BlockBody.CodingKeys.allCases.map(\.rawValue)),
            ("NewFilter", FilterBody.CodingKeys.allCases.map(\.rawValue)),
            ("Bulk", BulkBody.CodingKeys.allCases.map(\.rawValue)),
            ("BulkItem", BulkBody.Item.CodingKeys.allCases.map(\.rawValue)),
            ("BulkChange", BulkBody.Change.CodingKeys.allCases.map(\.rawValue)),
            ("NewWording", WordingBody.CodingKeys.allCases.map(\.rawValue)),
            ("NewDraft", TextBody.CodingKeys.allCases.map(\.rawValue)),
            ("Snooze", SnoozeBody.CodingKeys.allCases.map(\.rawValue)),
            ("Note", TextBody.CodingKeys.allCases.map(\.rawValue)),
            ("TicketPatch", TicketPatchBody.CodingKeys.allCases.map(\.rawValue)),
            ("TicketSearch", TicketSearchBody.CodingKeys.allCases.map(\.rawValue)),
            ("Merge", MergeBody.CodingKeys.allCases.map(\.rawValue)),
            ("Split", SplitBody.CodingKeys.allCases.map(\.rawValue)),
            ("Forward", ForwardBody.CodingKeys.allCases.map(\.rawValue)),
            ("NewParticipant", AddressBody.CodingKeys.allCases.map(\.rawValue)),
            ("PeopleLookup", AddressBody.CodingKeys.allCases.map(\.rawValue)),
            ("Unsubscribe", UnsubscribeBody.CodingKeys.allCases.map(\.rawValue)),
            ("Resubscribe", ResubscribeBody.CodingKeys.allCases.map(\.rawValue)),
            ("NewToken", TokenBody.CodingKeys.allCases.map(\.rawValue)),
            ("NewBackup", BackupBody.CodingKeys.allCases.map(\.rawValue)),
            ("NewErasure", ErasureBody.CodingKeys.allCases.map(\.rawValue)),
            ("Verified", ErasureBody.Verified.CodingKeys.allCases.map(\.rawValue)),
            ("BreachKitKeyBody", BreachKitKeyBody.CodingKeys.allCases.map(\.rawValue)),
            ("OfficerAnswers", OfficerAssessmentBody.CodingKeys.allCases.map(\.rawValue)),
            ("OfficerAppointment", OfficerAppointmentBody.CodingKeys.allCases.map(\.rawValue)),
            ("OfficerTaskWords", OfficerTaskBody.CodingKeys.allCases.map(\.rawValue)),
            ("Redaction", TextBody.CodingKeys.allCases.map(\.rawValue)),
        ]
        for (name, fields) in bodies { #expect(schemas[name] == Set(fields), "\(name)") }
    }

    @Test func `answers are described with exactly the fields that are written`() async throws {
        let tester = try SiteTester()
        let person = "/api/v1/people/\(tester.test.person.hex)"
        _ = await tester.asOperator("POST", "/api/v1/tickets/1042/replies", json: "{\"text\":\"x\"}")
        _ = await tester.asOperator("POST", person + "/unsubscribe")
        Self.quarantineOne(on: tester.test)
        let schemas = try schemas()
        var seen: Set<String> = []
        func compare(_ value: Any?, _ name: String) throws {
            let object = try #require(value as? [String: Any], "\(name)")
            #expect(schemas[name] == Set(object.keys), "\(name)")
            seen.insert(name)
        }
        func first(_ value: Any?, _ name: String) -> [String: Any]? {
            (value as? [String: Any])?[name] as? [String: Any]
                ?? ((value as? [String: Any])?[name] as? [[String: Any]])?.first
        }
        let ticket = try await tester.asOperator("GET", "/api/v1/tickets/1042").object()
        let messages = try #require(ticket["messages"] as? [[String: Any]])
        try compare(ticket, "Ticket")
        try compare(ticket["person"], "PersonSummary")
        try compare(messages.first, "Message")
        try compare(first(messages.first, "attachments"), "Attachment")
        try compare(first(messages.last, "delivery"), "Delivery")
        try compare(try await tester.asOperator("GET", "/api/v1/tickets").object(), "TicketPage")
        let shown = try await tester.asOperator("GET", person).object()
        try compare(shown, "Person")
        try compare(first(shown, "suppressions"), "Suppression")
        let outbox = try await tester.asOperator("GET", "/api/v1/outbox").object()
        try compare(outbox, "Outbox")
        try compare(first(outbox, "entries"), "OutboxEntry")
        let status = try await tester.asOperator("GET", "/api/v1/status").object()
        try compare(status, "Status")
        try compare(first(status, "mailboxes"), "Mailbox")
        try compare(try await tester.asOperator("GET", "/api/v1/mailboxes").object(), "Mailboxes")
        let quarantine = try await tester.asOperator("GET", "/api/v1/quarantine").object()
        try compare(quarantine, "Quarantine")
        let quarantined = try #require(first(quarantine, "quarantine"))
        try compare(quarantined, "QuarantinedMail")
        let path = "/api/v1/quarantine/\(try #require(quarantined["id"] as? String))"
        try compare(try await tester.asOperator("GET", path).object(), "QuarantineLook")
        try compare(try await tester.asOperator("POST", path + "/release").object(), "Released")
        let token = "{\"label\":\"x\",\"scopes\":[\"admin\"]}"
        try compare(try await tester.asOperator("POST", "/api/v1/tokens", json: token).object(), "Token")
        try compare(try await tester.asOperator("GET", "/api/v1/tokens").object(), "Tokens")
        let backup = "{\"set\":\"desk\",\"directory\":\"/b\"}"
        try compare(try await tester.asOperator("POST", "/api/v1/backups", json: backup).object(), "Backup")
        try compare(try await tester.asOperator("GET", "/api/v1/keys").object(), "Keys")
        let lookup = "{\"address\":\"\(TestDesk.customer)\"}"
        try compare(try await tester.asOperator("POST", "/api/v1/people/lookup", json: lookup).object(), "People")
        let entry = try #require((outbox["entries"] as? [[String: Any]])?.first?["id"] as? String)
        try compare(try await tester.asOperator("POST", "/api/v1/outbox/\(entry)/withdraw").object(), "Withdrawal")
        #expect(seen.count == 23)
    }

    private static func quarantineOne(on test: TestDesk) {
        let mail = QuarantinedMail(
            id: TicketMessageID(from: test.desk.world), mailbox: test.desk.settings.value.mailboxes[0].name,
            folder: "INBOX", uid: 1, size: 2, reason: "r", at: TestDesk.start, ticket: TicketNumber(1042))
        test.store.arrange { $0.quarantined = [mail] }
    }

    @Test func `disclosures and participants are described with exactly the fields that are written`() async throws {
        let tester = try SiteTester()
        let schemas = try schemas()
        let id = try #require(tester.test.store.snapshot.tickets[tester.test.number]?.messages.first?.id.hex)
        let forward = "{\"to\":\"v@parts.example\",\"reason\":\"r\"}"
        _ = await tester.asOperator("POST", "/api/v1/tickets/1042/messages/\(id)/forward", json: forward)
        let ticket = try await tester.asOperator("GET", "/api/v1/tickets/1042").object()
        let disclosure = try #require((ticket["disclosures"] as? [[String: Any]])?.first)
        #expect(schemas["Disclosure"] == Set(disclosure.keys))
        let participants = try await tester.asOperator(
            "POST", "/api/v1/tickets/1042/participants", json: "{\"address\":\"bob@customer.example\"}"
        ).object()
        #expect(schemas["Participants"] == Set(participants.keys))
    }

    @Test func `erasures are described with exactly the fields that are written`() async throws {
        let tester = try SiteTester()
        let person = "/api/v1/people/\(tester.test.person.hex)/erase"
        let schemas = try schemas()
        let counts = try await tester.asOperator("GET", person).object()
        #expect(schemas["ErasureCounts"] == Set(counts.keys))
        let verified = "{\"verified\":{\"how\":\"phone\",\"by\":\"Otto\"}}"
        let made = try await tester.asOperator("POST", person, json: verified).object()
        let id = try #require(made["id"] as? String)
        let erasure = try await tester.asOperator("GET", "/api/v1/erasures/\(id)").object()
        #expect(schemas["Erasure"] == Set(erasure.keys))
        let list = try await tester.asOperator("GET", "/api/v1/erasures").object()
        #expect(schemas["Erasures"] == Set(list.keys))
    }

    @Test func `the audit log is described with exactly the fields that are written`() async throws {
        let tester = try SiteTester()
        _ = try await tester.test.bearer([.admin])
        let schemas = try schemas()
        let audit = try await tester.asOperator("GET", "/api/v1/audit").object()
        let entry = try #require((audit["entries"] as? [[String: Any]])?.first)
        let verification = try await tester.asOperator("GET", "/api/v1/audit/verification").object()
        #expect(schemas["Audit"] == Set(audit.keys))
        #expect(schemas["AuditEntry"] == Set(entry.keys))
        #expect(schemas["AuditVerification"] == Set(verification.keys))
    }

    @Test func `undo, drafts and colleagues are described with exactly the fields that are written`() async throws {
        let tester = try SiteTester()
        let token = try await tester.test.bearer([.ticketsRead, .ticketsWrite])
        let path = "/api/v1/tickets/1042"
        _ = await tester.asBearer(token, "GET", path)
        let schemas = try schemas()
        let draft = try await tester.asOperator("PUT", path + "/draft", json: "{\"text\":\"x\"}").object()
        #expect(schemas["Draft"] == Set(draft.keys))
        let colleague = try #require((draft["colleagues"] as? [[String: Any]])?.first)
        #expect(schemas["Colleague"] == Set(colleague.keys))
        #expect(schemas["Undo"] == Set(try await tester.asOperator("POST", path + "/undo").object().keys))
    }

    @Test func `agents are described with exactly the fields that are written and read`() async throws {
        let tester = try SiteTester()
        let schemas = try schemas()
        let bodies: [(String, [String])] = [
            ("NewAgent", AgentBody.CodingKeys.allCases.map(\.rawValue)),
            ("AgentPatch", AgentPatchBody.CodingKeys.allCases.map(\.rawValue)),
            ("NewAgentReset", AgentResetBody.CodingKeys.allCases.map(\.rawValue)),
            ("AgentLeaving", AgentLeavingBody.CodingKeys.allCases.map(\.rawValue)),
        ]
        for (name, fields) in bodies { #expect(schemas[name] == Set(fields), "\(name)") }
        let new = "{\"name\":\"Bea\",\"email\":\"bea@example.com\",\"role\":\"agent\",\"unixUser\":1001}"
        let added = try await tester.asOperator("POST", "/api/v1/agents", json: new).object()
        #expect(schemas["Agent"] == Set(added.keys))
        let id = try #require(added["id"] as? String)
        let changed = try await tester.asOperator(
            "PATCH", "/api/v1/agents/\(id)", json: "{\"mailboxes\":[\"sales\"],\"unixUser\":null}"
        ).object()
        #expect(changed["mailboxes"] as? [String] == ["sales"] && changed["unixUser"] is NSNull)
        #expect(try await schemas["Agents"] == Set(tester.asOperator("GET", "/api/v1/agents").object().keys))
        let reset = try await tester.asOperator("POST", "/api/v1/agents/\(id)/reset").object()
        #expect(schemas["AgentReset"] == Set(reset.keys))
        let left = try await tester.asOperator("POST", "/api/v1/agents/\(id)/disable").object()
        #expect(schemas["Offboarding"] == Set(left.keys))
    }

    @Test func `filters and bulk changes are described with exactly the fields that are written`() async throws {
        let tester = try SiteTester()
        let schemas = try schemas()
        let saved = "{\"name\":\"q\",\"criteria\":{}}"
        #expect(
            schemas["Filter"] == Set(try await tester.asOperator("POST", "/api/v1/filters", json: saved).object().keys))
        #expect(schemas["Filters"] == Set(try await tester.asOperator("GET", "/api/v1/filters").object().keys))
        let change = "\"change\":{\"status\":\"closed\"}"
        let asked = "{\"preview\":true,\"filter\":\"q\",\(change)}"
        let preview = try await tester.asOperator("POST", "/api/v1/tickets/bulk", json: asked).object()
        #expect(schemas["BulkPreview"] == Set(preview.keys))
        let digest = try #require(preview["digest"] as? String)
        let doing = "{\"items\":[{\"number\":1042,\"version\":1}],\"digest\":\"\(digest)\",\(change)}"
        let done = try await tester.asOperator("POST", "/api/v1/tickets/bulk", json: doing).object()
        #expect(schemas["BulkOutcome"] == Set(done.keys))
    }

    /// The property names of each schema.
    func schemas() throws -> [String: Set<String>] {
        let components = try #require(try document()["components"] as? [String: Any])
        let schemas = try #require(components["schemas"] as? [String: [String: Any]])
        return schemas.compactMapValues { ($0["properties"] as? [String: Any]).map { Set($0.keys) } }
    }
}
