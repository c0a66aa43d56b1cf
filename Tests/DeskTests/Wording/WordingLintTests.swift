import Desk
import Testing

/// What a text that is used again must not say.
struct WordingLintTests {
    @Test(arguments: [
        ("<img src=\"https://x.example/p.gif\">", "image from elsewhere"),
        ("![logo](https://x.example/l.png)", "image"),
        ("Hello <b>you</b>", "plain text"), ("See https://bit.ly/abc", "shortened"),
        ("See HTTPS://www.TinyURL.com/abc", "shortened"), ("See http://shop.example/", "TLS"),
        ("https://shop.example/?utm_source=mail", "tracks"), ("https://shop.example/a?x=1&gclid=2", "tracks"),
        ("https://help.example.com/u/abc", "unsubscribe"), ("[x] I agree", "ticked"), ("[ X ] yes", "ticked"),
        ("☑ Newsletter", "ticked"), ("By replying you agree to our terms.", "silence"),
        ("Wenn wir nichts von Ihnen hören, schließen wir das ein.", "silence"),
        ("We ask for your consent to send the newsletter.", "withdrawn"),
        ("We ask for your consent to the newsletter and to a survey. You can withdraw it.", "one purpose"),
        ("Wir bitten um Ihre Einwilligung in Werbung.", "withdrawn"), ("a\u{202E}b", "cannot be seen"),
        ("{{person.surname}}", "no such variable"),
    ])
    func `what must not go to many people is found`(text: String, word: String) {
        let problems = WordingLint.problems(of: text)
        #expect(problems.contains { $0.sentence.contains(word) }, "\(problems)")
    }

    @Test(arguments: [
        "Hello {{person.name|there}},\n\nplease see https://help.example.com/restart#2 and use 3 < 4 > 2.\n\tYours",
        "We ask for your consent to send you the newsletter. You can withdraw it at any time: {{privacy.link}}",
        "[ ] yes   [ ] no", "The address is http://localhost:8080/ or http://127.0.0.1/",
        "Grüße aus Köln – {{agent.name}} · {{service.name}}", "a [link] in brackets, x = 1",
    ])
    func `what may be said is left alone`(text: String) {
        #expect(WordingLint.problems(of: text).isEmpty, "\(WordingLint.problems(of: text))")
    }
}
