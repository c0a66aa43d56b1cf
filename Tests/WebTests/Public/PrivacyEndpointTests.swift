import Desk
import DeskTesting
import Testing
import Web

struct PrivacyEndpointTests {
    @Test(arguments: [
        ("", "", "en"), ("", "de", "de"), ("", "de-AT,de;q=0.9,en;q=0.8", "de"), ("", "fr,en;q=0.5,de;q=0.4", "en"),
        ("", "fr", "en"), ("", "de;q=0,en", "en"), ("", ";;;,q=,,*", "en"), ("lang=de", "en", "de"),
        ("lang=en", "de", "en"), ("lang=xx", "de", "de"), ("lang=de&lang=en", "", "en"), ("%zz", "de", "de"),
    ])
    func `the notice speaks the reader's language`(query: String, accepted: String, expected: String) async throws {
        let tester = try SiteTester()
        for path in ["/privacy", "/privacy/facts"] {
            let target = query.isEmpty ? path : "\(path)?\(query)"
            let headers = accepted.isEmpty ? [] : [(name: "Accept-Language", value: accepted)]
            let response = await tester.send("GET", target, headers)
            #expect(response.status == 200)
            #expect(response.text.contains("<html lang=\"\(expected)\">"))
        }
    }

    @Test func `notice and facts follow a reload and name what is not stated`() async throws {
        let tester = try SiteTester()
        #expect(await tester.send("GET", "/privacy").text.contains("D. P. Officer"))
        var settings = tester.test.desk.settings.value
        settings.dataProtectionOfficer = nil
        tester.test.desk.settings.replace(by: settings)
        for path in ["/privacy", "/privacy/facts"] {
            let page = await tester.send("GET", path).text
            #expect(!page.contains("D. P. Officer"))
            #expect(page.contains(Phrase.noticeMissing.text(in: .english)))
        }
    }
}
