import Desk
import Testing

/// P17: a value is never parsed as a template.
struct TextTemplateTests {
    @Test func `places left open are filled in, and a missing value by its fallback`() {
        let (template, problems) = TextTemplate.read(
            "Hello {{person.name|there}},\nyour number is {{ ticket.number }}. {{service.name}}")
        #expect(problems.isEmpty)
        #expect(
            template.text([.personName: "Ann", .ticketNumber: "7", .serviceName: "Desk"])
                == "Hello Ann,\nyour number is 7. Desk")
        #expect(template.text([.ticketNumber: "7"]) == "Hello there,\nyour number is 7. ")
    }

    @Test(arguments: ["{{agent.name}}", "{{ticket.number}}", "}}", "{{", "{{person.name|x}}"])
    func `P17 what is filled in is text, whatever it looks like`(value: String) {
        let template = TextTemplate.read("<{{person.name|x}}{{ticket.subject|y}}>").template
        #expect(template.text([.personName: value, .ticketSubject: value]) == "<\(value)\(value)>")
    }

    @Test(arguments: [
        ("a\n{{person.nam}}", 2, "no such variable"), ("{{person.name}}", 1, "may be empty"),
        ("{{person.name|}}", 1, "may be empty"), ("a {{ticket.number", 1, "not closed"),
        ("{{ticket\n.number}}", 1, "not closed"), ("x\ny }} z", 2, "closes nothing"), ("{{}}", 1, "no such variable"),
    ])
    func `a mistake is named with its line`(text: String, line: Int, word: String) {
        let problems = TextTemplate.read(text).problems
        #expect(problems.contains { $0.line == line && $0.sentence.contains(word) }, "\(problems)")
    }
}
