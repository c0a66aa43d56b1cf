import Desk
import DeskTesting
import Foundation
import Mail
import Testing

@testable import Web

struct PagesTests {
    private static let attacks = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
        "</title><svg/onload=1>",
        "{{title}}", "{{{service}}}", "{{#service}}x{{/service}}", "&lt;script&gt;", "javascript:alert(1)",
        "\"\u{301} onfocus=alert(1) x=\"", "<\u{338}script>", "a\u{202E}b\u{2066}c", "\u{1B}[2J\u{0}\u{7}", "`${1}`",
        "-->", "]]>", "\u{FEFF}<x", "<scr\u{0}ipt>",
    ]

    /// Every page, with one text in every place a value can stand.
    private func pages(_ text: String) throws -> [String: String] {
        let test = try TestDesk { settings in
            settings.serviceName = text
            settings.controller = Controller(name: text, address: text, email: text, country: text)
            settings.dataProtectionOfficer = Contact(name: text, email: text, phone: text, url: text)
            settings.authority = Contact(name: text, email: text, phone: text, url: text)
            for index in settings.mailboxes.indices {
                settings.mailboxes[index].legalBasis = text
                settings.mailboxes[index].retention = text
            }
        }
        let site = Pages()
        let page = TestDesk.page(service: text, ticket: TicketNumber(7), isSuppressed: true)
        let settings = test.desk.settings.value
        return [
            "landing": site.landing(page), "undo": site.undo(page), "undone": site.undone(page, isFirst: true),
            "done": site.done(page, choice: .automatic, dropsRequest: true),
            "unknown": site.message(.pageUnknownTitle, .pageUnknownText, in: .english),
            "notice": site.notice(PrivacyNotice(settings, in: .english), settings),
            "facts": site.facts(FactsSheet(settings, in: .english), settings),
            "ask": site.portalAsk(typed: text, isInvalid: true, in: .english, service: text),
            "home": site.portalHome(try Self.home(text), Self.visit(.english), settings),
        ]
    }

    private static func visit(_ language: Language) -> PortalRooms.Visit {
        PortalRooms.Visit(principal: .daemon, formKey: "key", language: language)
    }

    private static func home(_ text: String) throws -> PortalHome {
        PortalHome(
            overview: PortalOverview(
                address: EmailAddress("ann@customer.example"), name: text, firstSeenAt: TestDesk.start,
                conversations: 1, messages: 2, answers: 3, attachments: 4, disclosures: 5),
            requests: [])
    }

    // P17.
    @Test(arguments: attacks)
    func `P17 a value on a page is only text, whatever it says`(attack: String) throws {
        let harmless = try pages("plain")
        for (name, page) in try pages(attack) {
            let plain = try #require(harmless[name])
            for mark in ["<", ">", "\"", "'"] as [Unicode.Scalar] {
                let count = { (text: String) in text.unicodeScalars.count { $0 == mark } }
                #expect(count(page) == count(plain), "\(mark) on \(name)")
            }
            #expect(!page.unicodeScalars.contains { TextSafety.isObeyed($0) && $0 != "\n" })
            // The pages that show values show this one, braces and all.
            #expect(name == "unknown" || page.contains(TextSafety.forHTML(attack)), "\(name)")
        }
    }

    @Test func `no template can write a value unescaped`() {
        for (name, text) in Pages.templates {
            #expect(!text.contains("{{{") && !text.contains("{{&") && !text.contains("CONTENT_TYPE"), "\(name)")
            #expect(!text.contains("<script") && !text.contains("style=") && !text.contains(" on"), "\(name)")
        }
    }

    @Test func `only everything is chosen before somebody chooses`() throws {
        let landing = try #require(try pages("x")["landing"])
        let checked = landing.matches(of: /<input[^>]*>/).map { String($0.output) }.filter { $0.contains("checked") }
        #expect(checked == ["<input type=\"radio\" name=\"scope\" value=\"everything\" checked>"])
        #expect(landing.contains("<form method=\"post\">"))
    }

    @Test(arguments: Language.allCases)
    func `every page is whole in every language`(language: Language) throws {
        let site = Pages()
        let page = TestDesk.page(service: "S", language: language)
        let settings = try TestDesk().desk.settings.value
        for text in [
            site.landing(page), site.undo(page), site.notice(PrivacyNotice(settings, in: language), settings),
            site.facts(FactsSheet(settings, in: language), settings),
            site.portalAsk(typed: "", isInvalid: false, in: language, service: "S"),
            site.portalSent(in: language, service: "S"),
            site.portalPress(PortalLinkPage(reference: "ABC"), in: language, service: "S"),
            site.portalHome(try Self.home("Ann"), Self.visit(language), settings),
        ] {
            #expect(text.contains("<html lang=\"\(language.rawValue)\">"))
            #expect(!text.contains("{") && !text.contains("}"))
            #expect(text.hasSuffix("</html>\n"))
        }
    }

    @Test func `every phrase has words in every language`() {
        for language in Language.allCases {
            for phrase in Phrase.allCases { #expect(Catalog.of(language)[phrase]?.isEmpty == false, "\(phrase)") }
        }
    }
}
