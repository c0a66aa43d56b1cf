import Desk

/// What a list is narrowed by, inside other bodies and of saved filters.
package struct CriteriaBody: StrictBody, Equatable {
    package var status: String?
    package var mailbox: String?
    package var priority: String?
    package var snoozed: String?
    package var assignee: String?
    package var unassigned: Bool?
    package var tag: String?
    package var label: String?
    /// Seconds.
    package var unchangedFor: Int64?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case status, mailbox, priority, snoozed, assignee, unassigned, tag, label, unchangedFor
    }

    package init() {}

    package init(from decoder: any Decoder) throws {
        try self.init(in: decoder.strictContainer(keyedBy: CodingKeys.self)) { $0 }
    }

    /// The fields where they stand among others.
    init<Key: CodingKey>(in container: KeyedDecodingContainer<Key>, _ key: (CodingKeys) -> Key?) throws {
        func value<Value: Decodable>(_ name: CodingKeys) throws -> Value? {
            guard let key = key(name) else { return nil }
            return try container.decodeIfPresent(Value.self, forKey: key)
        }
        status = try value(.status)
        mailbox = try value(.mailbox)
        priority = try value(.priority)
        snoozed = try value(.snoozed)
        assignee = try value(.assignee)
        unassigned = try value(.unassigned)
        tag = try value(.tag)
        label = try value(.label)
        unchangedFor = try value(.unchangedFor)
    }

    init(_ criteria: TicketCriteria) {
        status = criteria.status?.rawValue
        mailbox = criteria.mailbox?.value
        priority = criteria.priority?.rawValue
        snoozed = criteria.snoozing?.rawValue
        switch criteria.assignee {
        case nil: break
        case .nobody: unassigned = true
        case .named(let name): assignee = name
        }
        tag = criteria.tag
        label = criteria.label?.rawValue
        unchangedFor = criteria.unchangedFor?.components.seconds
    }

    func criteria() throws(APIFailure) -> TicketCriteria {
        guard assignee == nil || unassigned != true else {
            throw .invalid("unassigned", "either an assignee or unassigned")
        }
        return TicketCriteria(
            status: try Reading.ticketStatus(status), mailbox: try Reading.mailboxName(mailbox),
            priority: try Reading.ticketPriority(priority),
            assignee: unassigned == true ? .nobody : assignee.map { .named($0) }, tag: tag,
            label: try Reading.privacyLabels(label.map { [$0] })?.first, snoozing: try Reading.snoozing(snoozed),
            unchangedFor: unchangedFor.map { .seconds($0) })
    }
}
