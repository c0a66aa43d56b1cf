import ArgumentParser
import Web

/// What narrows a list, a saved filter or a change of many tickets.
struct CriteriaOptions: ParsableArguments {
    @Option(name: .long, help: "new, open, pending or closed.") var status: String?
    @Option(name: .long, help: "Only this mailbox.") var mailbox: String?
    @Option(name: .long, help: "low, normal, high or urgent.") var priority: String?
    @Option(name: .long, help: "Only what is assigned to this agent.") var assignee: String?
    @Flag(name: .long, help: "Only what nobody has.") var unassigned = false
    @Option(name: .long, help: "Only what has this tag.") var tag: String?
    @Option(name: .long, help: "Only what has this privacy label: art9, art10 or minor.") var label: String?
    @Option(name: .long, help: "What is put off to later: hide (the default), only or any.") var snoozed: String?
    @Option(name: .long, help: "Only what nothing happened on for at least this long, such as 3d.")
    var unchangedFor: String?

    func body() throws(OperatorError) -> CriteriaBody {
        var body = CriteriaBody()
        body.status = status
        body.mailbox = mailbox
        body.priority = priority
        body.assignee = assignee
        body.unassigned = unassigned ? true : nil
        body.tag = tag
        body.label = label
        body.snoozed = snoozed
        if let unchangedFor {
            guard let duration = DurationText.parse(unchangedFor) else {
                throw OperatorError(
                    "that is no duration", thing: "--unchanged-for", remedy: "Write it like 12h or 3d.",
                    exitCode: .usage)
            }
            body.unchangedFor = duration.components.seconds
        }
        return body
    }
}

extension CriteriaBody {
    /// The criteria as they would be typed.
    var line: String {
        var words: [String] = []
        func add(_ name: String, _ value: String?) {
            if let value { words.append("--\(name) \(Output.safeLine(value))") }
        }
        add("status", status)
        add("mailbox", mailbox)
        add("priority", priority)
        add("assignee", assignee)
        if unassigned == true { words.append("--unassigned") }
        add("tag", tag)
        add("label", label)
        add("snoozed", snoozed)
        add("unchanged-for", unchangedFor.map { DurationText.format(.seconds($0)) })
        return words.isEmpty ? "(every ticket)" : words.joined(separator: " ")
    }
}
