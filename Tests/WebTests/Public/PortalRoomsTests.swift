import Desk
import DeskTesting
import Foundation
import Mail
import Testing
import Web

/// What somebody sees and does behind the door of `/my`: their own, and nobody else's.
struct PortalRoomsTests {
    private static let form = (name: "Content-Type", value: "application/x-www-form-urlencoded")

    private static let pages = [
        "/my/conversations", "/my/conversations/1042", "/my/mail", "/my/requests", "/my/restriction", "/my/erasure",
        "/my/exports", "/my/consents", "/my/name", "/my/objection",
    ]

    @Test(arguments: pages)
    func `nothing is shown to who is not signed in`(path: String) async throws {
        let tester = try SiteTester()
        let answer = await tester.send("GET", path)
        #expect(answer.status == 403 && !answer.text.contains("Printer") && !answer.text.contains("Ann"))
        let (cookie, _) = try await tester.signIn()
        let shown = await tester.send("GET", path, [cookie])
        #expect(shown.status == 200 && shown.header("cache-control") == "no-store")
        #expect(shown.header("referrer-policy") == "no-referrer")
        tester.test.clock.advance(by: .seconds(15 * 60))
        #expect(await tester.send("GET", path, [cookie]).status == 403)
    }

    @Test func `a conversation shows one's own words and our mails, and no note of the staff`() async throws {
        let tester = try SiteTester()
        _ = try await tester.test.desk.note("What a rude person.", on: tester.test.number, as: .operatorOnHost)
        tester.addMessages()
        let (cookie, _) = try await tester.signIn()
        let page = await tester.send("GET", "/my/conversations/1042", [cookie])
        #expect(page.status == 200 && page.text.contains("It burns.") && page.text.contains("Use water."))
        for secret in ["rude", "Only for Eve", "Not sent yet", "Eve wrote this"] {
            #expect(!page.text.contains(secret))
        }
        let list = await tester.send("GET", "/my/conversations", [cookie])
        #expect(list.text.contains("Printer on fire") && list.text.contains("href=\"conversations/1042\""))
    }

    @Test func `somebody else's conversation, file and request are not there`() async throws {
        let tester = try SiteTester()
        let (number, file, request) = try tester.addStranger()
        let (cookie, key) = try await tester.signIn()
        for path in [
            "/my/conversations/\(number)", "/my/conversations/\(number)/files/\(file)",
            "/my/conversations/1042/files/\(file)", "/my/conversations/9", "/my/conversations/x",
            "/my/conversations/-1", "/my/conversations/1042/files/x",
        ] {
            let answer = await tester.send("GET", path, [cookie])
            #expect(answer.status == 404 && !answer.text.contains("secret"), "\(path)")
        }
        let before = tester.test.store.snapshot
        let taken = await tester.send(
            "POST", "/my/requests/\(request)/withdrawal", [Self.form, cookie], body: "key=\(key)")
        #expect(taken.status == 404)
        #expect(tester.test.store.snapshot.requests == before.requests)
        let own = try #require(tester.test.store.snapshot.files.first { $0.value.ticket == tester.test.number }?.key)
        let download = await tester.send("GET", "/my/conversations/1042/files/\(own.hex)", [cookie])
        #expect(download.status == 200 && download.header("content-disposition")?.hasPrefix("attachment") == true)
        #expect(download.header("content-security-policy")?.contains("sandbox") == true)
    }

    @Test func `a form without the session's key, from elsewhere or with other fields changes nothing`() async throws {
        let tester = try SiteTester()
        let (cookie, key) = try await tester.signIn()
        let (_, otherKey) = try await tester.signIn()
        let before = tester.test.store.snapshot
        for (path, fields) in [("/my/mail", "mail=nothing"), ("/my/requests", "right=complaint&words=x")] {
            for (body, headers) in [
                (fields, []), ("key=\(otherKey)&\(fields)", []), ("key=&\(fields)", []),
                ("key=\(key)&\(fields)&to=eve", []), ("key=\(key)&key=\(key)&\(fields)", []),
                ("key=\(key)&\(fields)", [(name: "Sec-Fetch-Site", value: "cross-site")]),
            ] as [(String, [(name: String, value: String)])] {
                let answer = await tester.send("POST", path, [Self.form, cookie] + headers, body: body)
                #expect(answer.status == 403, "\(path) \(body)")
            }
            // A cookie alone, as another site's request would bring it were it not strict.
            let text = await tester.send("POST", path, [("Content-Type", "text/plain"), cookie], body: "key=\(key)")
            #expect(text.status == 403)
            #expect(await tester.send("POST", path, [Self.form], body: "key=\(key)&\(fields)").status == 403)
        }
        #expect(tester.test.store.snapshot.suppressions == before.suppressions)
        #expect(tester.test.store.snapshot.requests == before.requests)
    }

    @Test func `which mail is wanted is chosen, kept for every group, and can be taken back`() async throws {
        let tester = try SiteTester()
        let (cookie, key) = try await tester.signIn()
        let page = await tester.send("GET", "/my/mail", [cookie])
        #expect(page.text.contains("value=\"everything\" checked"))
        for (choice, scope) in [
            ("nothing", UnsubscribeScope.everything), ("answers", [.automatic, .marketing]),
        ] as [(String, UnsubscribeScope)] {
            let saved = await tester.send("POST", "/my/mail", [Self.form, cookie], body: "key=\(key)&mail=\(choice)")
            #expect(saved.status == 200 && saved.text.contains("value=\"\(choice)\" checked"))
            #expect(Set(tester.test.store.snapshot.suppressions.map(\.scope)) == [scope])
            #expect(tester.test.store.snapshot.suppressions.count == 2, "one of each group of mailboxes")
        }
        #expect(tester.test.store.snapshot.entries.values.allSatisfy { $0.summary.state == .suppressed })
        _ = await tester.send("POST", "/my/mail", [Self.form, cookie], body: "key=\(key)&mail=everything")
        #expect(tester.test.store.snapshot.suppressions.isEmpty)
        #expect(tester.test.store.snapshot.audit.contains { $0.actor.auditName == "person" })
    }

    @Test func `a request in one's own words is in the register, proved, and can be taken back`() async throws {
        let tester = try SiteTester()
        let (cookie, key) = try await tester.signIn()
        let words = "Why do you have my <b>address</b>?"
        let made = await tester.send(
            "POST", "/my/requests", [Self.form, cookie],
            body: "key=\(key)&right=information&words=Why+do+you+have+my+%3Cb%3Eaddress%3C%2Fb%3E%3F")
        #expect(made.status == 201)
        let request = try #require(tester.test.store.snapshot.requests.values.first)
        #expect(request.channel == .portal && request.right == .information && request.wording == words)
        #expect(request.person == tester.test.person && request.identity.isProved && request.state == .verified)
        #expect(made.text.contains(request.reference) && made.text.contains(request.clock.dueDay.text))
        #expect(tester.test.store.snapshot.rightsLetters == [.acknowledgement])
        let home = await tester.send("GET", "/my", [cookie])
        #expect(home.text.contains(request.reference) && !home.text.contains("<b>"))
        let taken = await tester.send(
            "POST", "/my/requests/\(request.id.hex)/withdrawal", [Self.form, cookie], body: "key=\(key)")
        #expect(taken.status == 303 && taken.header("location") == "../../../my")
        #expect(tester.test.store.snapshot.requests[request.id]?.decision == .withdrawn)
    }

    @Test(arguments: [("", 422), ("+++", 422), (String(repeating: "a", count: 8 * 1024 + 1), 422)])
    func `words that say nothing or too much are asked for again`(words: String, status: Int) async throws {
        let tester = try SiteTester()
        let (cookie, key) = try await tester.signIn()
        let body = "key=\(key)&right=complaint&words=\(words)"
        let answer = await tester.send("POST", "/my/requests", [Self.form, cookie], body: body)
        #expect(answer.status == status && tester.test.store.snapshot.requests.isEmpty)
    }

    @Test func `an erasure is asked for with a tick, waits, and can be taken back`() async throws {
        let tester = try SiteTester()
        let (cookie, key) = try await tester.signIn()
        #expect(await tester.send("POST", "/my/erasure", [Self.form, cookie], body: "key=\(key)").status == 403)
        #expect(tester.test.store.snapshot.erasures.isEmpty)
        let asked = await tester.send("POST", "/my/erasure", [Self.form, cookie], body: "key=\(key)&sure=1")
        #expect(asked.status == 303 && asked.header("location") == "erasure")
        let waiting = try #require(tester.test.store.snapshot.erasures.values.first?.erasure)
        #expect(waiting.state == .waiting && waiting.how == .portal)
        let request = try #require(tester.test.store.snapshot.requests.values.first)
        #expect(request.right == .erasure && request.channel == .portal && request.isOpen)
        let again = await tester.send("POST", "/my/erasure", [Self.form, cookie], body: "key=\(key)&sure=1")
        #expect(again.status == 303)
        #expect(tester.test.store.snapshot.requests.count == 1 && tester.test.store.snapshot.erasures.count == 1)
        let page = await tester.send("GET", "/my/erasure", [cookie])
        #expect(page.text.contains("my/erasure/withdrawal") && !page.text.contains("name=\"sure\""))
        let back = await tester.send("POST", "/my/erasure/withdrawal", [Self.form, cookie], body: "key=\(key)")
        #expect(back.status == 200)
        #expect(tester.test.store.snapshot.erasures.values.map(\.erasure.state) == [.cancelled])
        #expect(tester.test.store.snapshot.requests[request.id]?.decision == .withdrawn)
        let twice = await tester.send("POST", "/my/erasure/withdrawal", [Self.form, cookie], body: "key=\(key)")
        #expect(twice.status == 404)
    }

    @Test(arguments: [("a", RightsRequest.Right.restriction), ("c", .restriction)])
    func `a restriction is in force at once and in the register`(
        ground: String, right: RightsRequest.Right
    ) async throws {
        let tester = try SiteTester()
        let (cookie, key) = try await tester.signIn()
        for wrong in ["hold", "erasure", "d", "e", ""] {
            let body = "key=\(key)&ground=\(wrong)&words="
            #expect(await tester.send("POST", "/my/restriction", [Self.form, cookie], body: body).status == 403)
        }
        let asked = await tester.send(
            "POST", "/my/restriction", [Self.form, cookie], body: "key=\(key)&ground=\(ground)&words=No+more.")
        #expect(asked.status == 303)
        let standing = try await tester.test.desk.restrictions(of: tester.test.person)
        #expect(standing.map(\.ground.rawValue) == [ground])
        let request = try #require(tester.test.store.snapshot.requests.values.first)
        #expect(request.right == right && request.wording == "No more." && request.isOpen)
    }

    @Test func `no address stands in a link of any page`() async throws {
        let tester = try SiteTester()
        let (cookie, _) = try await tester.signIn()
        for path in Self.pages + ["/my"] {
            let page = await tester.send("GET", path, [cookie])
            for link in page.text.matches(of: /(?:href|action)="([^"]*)"/) {
                #expect(!link.1.contains("@") && !link.1.contains("customer"), "\(path): \(link.1)")
            }
        }
    }

    @Test func `who was erased is signed out`() async throws {
        let tester = try SiteTester()
        let (cookie, _) = try await tester.signIn()
        tester.test.store.arrange { $0.people = [:] }
        for path in ["/my/conversations", "/my/mail"] {
            #expect(await tester.send("GET", path, [cookie]).status == 403)
        }
        #expect(await tester.send("GET", "/my", [cookie]).text.contains("name=\"address\""))
    }
}

extension SiteTester {
    /// What a page of the portal must and must not show, on the customer's ticket.
    fileprivate func addMessages() {
        let eve = PersonID(from: test.desk.world)
        test.store.arrange { state in
            guard let first = state.tickets[test.number]?.messages.first, let ann = EmailAddress(TestDesk.customer),
                let other = EmailAddress("eve@customer.example")
            else { return }
            let written: [(TicketMessage.Direction, PersonID?, String, [(EmailAddress, DeliveryState)])] = [
                (.out, nil, "Use water.", [(ann, .sent)]), (.out, nil, "Only for Eve", [(other, .sent)]),
                (.out, nil, "Not sent yet", [(ann, .queued)]), (.in, eve, "Eve wrote this", []),
            ]
            for (direction, author, text, recipients) in written {
                var message = first
                message.id = TicketMessageID(from: test.desk.world)
                message.direction = direction
                message.authorID = author
                message.text = text
                message.attachments = []
                message.recipients = recipients.map {
                    Delivery(
                        entry: OutboxEntryID(from: test.desk.world), to: $0.0, state: $0.1, reason: nil, attempts: 1,
                        lastReply: nil)
                }
                state.tickets[test.number]?.messages.append(message)
            }
        }
    }

    /// Somebody else with a ticket, a file and a request.
    fileprivate func addStranger() throws -> (number: Int64, file: String, request: String) {
        let world = test.desk.world
        guard let number = TicketNumber(2000), let address = EmailAddress("eve@customer.example") else {
            throw NotSignedIn()
        }
        let eve = PersonID(from: world)
        let file = AttachmentSummary(
            id: AttachmentID(from: world), filename: "secret.txt", mediaType: "text/plain", size: 6, isInline: false,
            contentID: nil)
        let request = RightsRequest(
            id: RightsRequestID(from: world), right: .access, channel: .phone, receivedAt: TestDesk.start,
            clock: LegalClock(
                receivedOn: CalendarDay(TestDesk.start, in: ControllerPlace.zone(ofCountry: "DE")), country: "DE"),
            person: eve, ticket: nil, wording: "", contact: nil)
        test.store.arrange { state in
            guard var copy = state.tickets[test.number] else { return }
            copy.ticket.number = number
            copy.ticket.requester = PersonSummary(id: eve, address: address, name: "Eve")
            copy.ticket.subject = "secret"
            copy.messages[0].authorID = eve
            copy.messages[0].text = "secret"
            copy.messages[0].attachments = [file]
            state.tickets[number] = copy
            state.files[file.id] = FakeFile(ticket: number, summary: file, bytes: Array("secret".utf8))
            state.people[eve] = Person(
                id: eve, address: address, name: "Eve", firstSeenAt: TestDesk.start, tickets: [number],
                suppressions: [:], isUndeliverable: false)
            state.requests[request.id] = request
        }
        return (number.value, file.id.hex, request.id.hex)
    }
}
