internal import Desk

/// Criteria as they are sealed: a list of names, each followed by its value. What a later program adds, an earlier one
/// refuses: to leave a criterion out would show too much.
extension TicketCriteria {
    var words: [String] {
        var words: [String] = []
        func add(_ name: String, _ value: String?) {
            if let value { words += [name, value] }
        }
        add("status", status?.rawValue)
        add("mailbox", mailbox?.value)
        add("priority", priority?.rawValue)
        switch assignee {
        case nil: break
        case .nobody: add("unassigned", "")
        case .named(let name): add("assignee", name)
        }
        add("tag", tag)
        add("label", label?.rawValue)
        add("snoozing", snoozing?.rawValue)
        add("unchanged", unchangedFor.map { String($0.components.seconds) })
        return words
    }

    init(words: [String]) throws(StoreFailure) {
        self.init()
        guard words.count.isMultiple(of: 2) else { throw .damaged }
        for index in stride(from: 0, to: words.count, by: 2) {
            let value = words[index + 1]
            switch words[index] {
            case "status": status = try Self.require(TicketStatus(rawValue: value))
            case "mailbox": mailbox = try Self.require(MailboxName(value))
            case "priority": priority = try Self.require(TicketPriority(rawValue: value))
            case "unassigned": assignee = .nobody
            case "assignee": assignee = .named(value)
            case "tag": tag = value
            case "label": label = try Self.require(PrivacyLabel(rawValue: value))
            case "snoozing": snoozing = try Self.require(Snoozing(rawValue: value))
            case "unchanged": unchangedFor = .seconds(try Self.require(Int64(value)))
            default: throw .damaged
            }
        }
    }

    private static func require<Value>(_ value: Value?) throws(StoreFailure) -> Value {
        guard let value else { throw .damaged }
        return value
    }
}
