import Desk
import DeskTesting
import Testing

@testable import Web

/// The public form of a purpose, from the first look to the withdrawal.
struct ConsentEndpointTests {
    private static let form = [(name: "Content-Type", value: "application/x-www-form-urlencoded")]
    private static let whole = "version=en-1&address=eve%40customer.example&consent=newsletter"

    private func asking(children: Bool = false) async throws -> SiteTester {
        let tester = try SiteTester()
        try await tester.test.addPurpose(children: children)
        return tester
    }

    private func mailed(_ tester: SiteTester) async throws -> String {
        _ = try await tester.test.desk.sendOptIns()
        return "/confirm/" + (try tester.test.confirmationToken())
    }

    private func standing(_ tester: SiteTester, _ address: String = "eve@customer.example") async throws -> Bool {
        try await tester.test.desk.consentStanding(
            of: Samples.address(address), to: #require(ShortName("newsletter")), as: .operatorOnHost
        ).isGranted
    }

    @Test(arguments: ["GET", "HEAD"])
    func `P13 looking at the form changes nothing and sets no cookie`(method: String) async throws {
        let tester = try await asking()
        let before = tester.test.store.snapshot
        let answer = await tester.send(method, "/consent/newsletter")
        #expect(answer.status == 200 && answer.header("Set-Cookie") == nil)
        #expect(tester.test.store.snapshot == before)
    }

    @Test func `from the form over the mail to the consent, and back by one click`() async throws {
        let tester = try await asking()
        let page = await tester.send("GET", "/consent/newsletter").text
        #expect(page.contains("once a month") && page.contains("withdraw your consent at any time"))
        #expect(page.contains("Example GmbH") && page.contains("href=\"../privacy\"") && !page.contains("<script"))
        #expect(page.matches(of: /type="checkbox"/).count == 1 && !page.contains("checked"))
        let sent = await tester.send("POST", "/consent/newsletter", Self.form, body: Self.whole)
        #expect(sent.status == 200 && sent.text.contains("look into your mailbox"))
        #expect(try await !standing(tester))
        let path = try await mailed(tester)
        let landing = await tester.send("GET", path)
        #expect(landing.text.contains("once a month") && landing.text.contains("Yes, I consent"))
        #expect(try await !standing(tester))
        let done = await tester.send("POST", path, Self.form, body: "confirm=1")
        #expect(done.status == 200 && done.text.contains("we have your consent"))
        #expect(try await standing(tester))
        let record = try #require(tester.test.store.snapshot.consents.first?.record)
        let hash = try #require(record.shown)
        let shown = try #require(tester.test.store.snapshot.forms[hash])
        // What is kept is the blank form, byte for byte as it was shown; its hash is in the proof.
        #expect(String(decoding: shown, as: UTF8.self) == page)
        let back = await tester.send("POST", path, Self.form, body: "withdraw=1")
        #expect(back.status == 200 && back.text.contains("withdrawn"))
        #expect(try await !standing(tester))
        #expect(await tester.send("POST", path, Self.form, body: "confirm=1").text.contains("withdrawn"))
        #expect(try await !standing(tester))
    }

    @Test func `P15 the answer is the same whether the address is known or not`() async throws {
        let tester = try await asking()
        let known = Self.whole.replacing("eve%40customer.example", with: TestDesk.customer.replacing("@", with: "%40"))
        let first = await tester.send("POST", "/consent/newsletter", Self.form, body: Self.whole)
        let second = await tester.send("POST", "/consent/newsletter", Self.form, body: known)
        #expect(first.text == second.text && first.status == second.status)
        #expect(first.headers.map(\.name) == second.headers.map(\.name))
        #expect(tester.test.store.snapshot.people.count == 1)
    }

    @Test(arguments: [
        ("version=en-1&address=eve%40customer.example", 400, "tick the box"),
        ("version=en-1&address=eve&consent=newsletter", 400, "enter an e-mail address"),
        ("version=en-1&address=&consent=newsletter", 400, "enter an e-mail address"),
        ("version=en-9&address=eve%40customer.example&consent=newsletter", 409, "has changed"),
        ("version=en-1&address=eve%40customer.example&consent=other", 400, "could not read"),
        ("version=en-1&address=eve%40customer.example&consent=newsletter&consent=newsletter", 400, "could not read"),
        ("version=en-1&address=eve%40customer.example&consent=newsletter&x=1", 400, "could not read"),
        ("address=eve%40customer.example&consent=newsletter", 400, "could not read"), ("", 400, "could not read"),
    ])
    func `what is no act of consent stores nothing and says why`(body: String, status: Int, why: String) async throws {
        let tester = try await asking()
        let before = tester.test.store.snapshot
        let answer = await tester.send("POST", "/consent/newsletter", Self.form, body: body)
        #expect(answer.status == status && answer.text.contains(why), "\(answer.text)")
        // Whatever was ticked, the form that comes back is empty again, but for the address.
        #expect(!answer.text.contains("checked"))
        #expect(tester.test.store.snapshot == before)
    }

    @Test func `where children are asked nothing is taken from who does not say, or is too young`() async throws {
        let tester = try await asking(children: true)
        let page = await tester.send("GET", "/consent/newsletter").text
        #expect(page.contains("at least 16 years") && page.matches(of: /type="radio"/).count == 2)
        let before = tester.test.store.snapshot
        let silent = await tester.send("POST", "/consent/newsletter", Self.form, body: Self.whole)
        #expect(silent.status == 400 && silent.text.contains("old enough"))
        let young = await tester.send("POST", "/consent/newsletter", Self.form, body: Self.whole + "&age=no")
        #expect(young.status == 400 && young.text.contains("consent of a parent"))
        #expect(tester.test.store.snapshot == before)
        let old = await tester.send("POST", "/consent/newsletter", Self.form, body: Self.whole + "&age=yes")
        #expect(old.status == 200)
        let path = try await mailed(tester)
        #expect(await tester.send("POST", path, Self.form, body: "confirm=1").status == 200)
        #expect(tester.test.store.snapshot.consents.first?.record.age == .atLeast(16))
    }

    @Test func `the page behind the link of every mail offers withdrawal in one click`() async throws {
        let tester = try await asking()
        let body = Self.whole.replacing("eve%40customer.example", with: TestDesk.customer.replacing("@", with: "%40"))
        #expect(await tester.send("POST", "/consent/newsletter", Self.form, body: body).status == 200)
        #expect(await tester.send("POST", try await mailed(tester), Self.form, body: "confirm=1").status == 200)
        let link = "/u/" + (try tester.test.token(.body))
        let before = tester.test.store.snapshot
        let page = await tester.send("GET", link)
        #expect(page.text.contains("Withdraw consent: Newsletter"))
        #expect(tester.test.store.snapshot == before)
        let done = await tester.send("POST", link, Self.form, body: "withdraw=newsletter")
        #expect(done.status == 200 && done.text.contains("Your consent is withdrawn"))
        #expect(try await !standing(tester, TestDesk.customer))
        #expect(await tester.send("POST", link, Self.form, body: "withdraw=newsletter").status == 200)
        #expect(await !tester.send("GET", link).text.contains("Withdraw consent"))
        // Three things stay three: the mail goes on.
        #expect(tester.test.store.snapshot.suppressions.isEmpty)
    }

    @Test(arguments: ["/consent/nothing", "/consent/%20", "/consent/a%2Fb", "/consent/..%2f"])
    func `a purpose there is not is one page`(path: String) async throws {
        let tester = try await asking()
        let answer = await tester.send("GET", path)
        #expect(answer.status == 404 && answer.text.contains("nobody is asked"))
        #expect(await tester.send("POST", path, Self.form, body: Self.whole).status >= 400)
    }

    @Test func `a closed purpose asks nobody, and no consent to it counts`() async throws {
        let tester = try await asking()
        #expect(await tester.send("POST", "/consent/newsletter", Self.form, body: Self.whole).status == 200)
        let path = try await mailed(tester)
        #expect(await tester.send("POST", path, Self.form, body: "confirm=1").status == 200)
        try await tester.test.desk.closePurpose(#require(ShortName("newsletter")), as: .operatorOnHost)
        #expect(await tester.send("GET", "/consent/newsletter").status == 404)
        #expect(try await !standing(tester))
        #expect(await tester.send("GET", path).status == 404)
    }

    @Test(arguments: Language.allCases)
    func `no page shows a consent before somebody gives it, or hides what a button does`(language: Language)
        async throws
    {
        let tester = try await asking(children: true)
        for (name, template) in Pages.templates {
            #expect(ConsentFormLint.problems(of: template) == [], "\(name)")
        }
        let pages = Pages()
        let code = try #require(ShortName("newsletter"))
        var form = try await tester.test.desk.consentForm(code, in: language)
        form.language = language
        let optIn = OptInPage(
            language: language, serviceName: "S",
            wish: .consent(
                ConsentWish(
                    purpose: code, version: form.text.version, controller: "C", shown: [], age: .notAsked,
                    mailbox: nil)), isConfirmed: false, text: form.text)
        let offers = [ConsentOffer(purpose: code, title: "Newsletter")]
        let rendered = [
            pages.consent(form, contact: "a@b.example"),
            pages.consent(form, contact: "a@b.example", trouble: .init(.consentMissing, address: "a@b.example")),
            pages.confirm(optIn), pages.confirmed(optIn),
            pages.landing(TestDesk.page(service: "S", language: language, ticket: TicketNumber(7)), consents: offers),
            pages.withdrawn("Newsletter", in: language, service: "S"), pages.consentSent(in: language, service: "S"),
        ]
        for page in rendered { #expect(ConsentFormLint.problems(of: page) == [], "\(page)") }
        // The linter sees what it has to see in these very pages.
        let ticked = rendered[0].replacing("type=\"checkbox\"", with: "type=\"checkbox\" checked")
        #expect(ConsentFormLint.problems(of: ticked).count == 1)
    }
}
