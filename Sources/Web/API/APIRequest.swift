import Desk

/// A request of a known principal, with what a verb needs read out of it: ids of the path, the query, conditions.
struct APIRequest: Sendable {
    let request: WebRequest
    let principal: Principal

    init(_ request: WebRequest, principal: Principal) {
        self.request = request
        self.principal = principal
    }

    func body<Body: StrictBody>(_ type: Body.Type) throws(APIFailure) -> Body {
        try BodyReader.read(type, from: request)
    }

    var hasBody: Bool { !request.body.isEmpty }

    func ticketNumber() throws(APIFailure) -> TicketNumber {
        guard let text = request.parameters["number"], !text.hasPrefix("#"), let number = TicketNumber(text: text)
        else { throw .refused(.notFound(.ticket), thing: "such a ticket") }
        return number
    }

    /// An id of the path; one that cannot be an id names nothing.
    func identifier<Kind>(_ kind: Identifier<Kind>.Type, of subject: DeskRefusal.Subject) throws(APIFailure)
        -> Identifier<Kind>
    {
        guard let id = Identifier<Kind>(hex: request.parameters["id"] ?? "") else {
            throw .refused(.notFound(subject), thing: "such a \(subject.rawValue)")
        }
        return id
    }

    /// The query, when it has no other fields than these. A misspelt filter would otherwise show everything.
    func query(_ known: Set<String>) throws(APIFailure) -> [String: String] {
        guard let fields = request.queryFields else { throw .invalid("query", "name=value pairs, percent-encoded") }
        var values: [String: String] = [:]
        for field in fields.fields {
            guard known.contains(field.name) else {
                let expected = known.isEmpty ? "no query" : "only \(known.sorted().joined(separator: ", "))"
                throw .invalid("query", expected)
            }
            guard values.updateValue(field.value, forKey: field.name) == nil else {
                throw .invalid(field.name, "one value")
            }
        }
        return values
    }

    /// `If-Match: "7"` (RFC 9110 §13.1.1). Absent or `*`: whatever version is there.
    func ifVersion() throws(APIFailure) -> Int64? {
        guard let header = request.header("if-match"), header != "*" else { return nil }
        guard header.utf8.count > 2, header.hasPrefix("\""), header.hasSuffix("\""),
            let version = Int64(header.dropFirst().dropLast())
        else { throw .invalid("If-Match", "the version of the ticket in double quotes") }
        return version
    }
}

/// Values that several verbs read the same way.
enum Reading {
    static func ticketStatus(_ text: String?) throws(APIFailure) -> TicketStatus? {
        guard let text else { return nil }
        guard let status = TicketStatus(rawValue: text) else {
            throw .invalid("status", TicketStatus.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return status
    }

    static func ticketPriority(_ text: String?) throws(APIFailure) -> TicketPriority? {
        guard let text else { return nil }
        guard let priority = TicketPriority(rawValue: text) else {
            throw .invalid("priority", TicketPriority.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return priority
    }

    static func searchOrder(_ text: String?) throws(APIFailure) -> SearchOrder {
        guard let text else { return .newest }
        guard let order = SearchOrder(rawValue: text) else {
            throw .invalid("order", SearchOrder.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return order
    }

    static func privacyLabels(_ texts: [String]?) throws(APIFailure) -> [PrivacyLabel]? {
        guard let texts else { return nil }
        var labels: [PrivacyLabel] = []
        for text in texts {
            guard let label = PrivacyLabel(rawValue: text) else {
                throw .invalid("labels", "some of \(PrivacyLabel.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            labels.append(label)
        }
        return labels
    }

    static func snoozing(_ text: String?) throws(APIFailure) -> Snoozing? {
        guard let text else { return nil }
        guard let snoozing = Snoozing(rawValue: text) else {
            throw .invalid("snoozed", Snoozing.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return snoozing
    }

    static func mailboxName(_ text: String?) throws(APIFailure) -> MailboxName? {
        guard let text else { return nil }
        guard let name = MailboxName(text) else { throw .invalid("mailbox", "the name of a mailbox") }
        return name
    }

    static func mailboxNames(_ texts: [String]?) throws(APIFailure) -> Set<MailboxName>? {
        guard let texts else { return nil }
        var names: Set<MailboxName> = []
        for text in texts {
            guard let name = MailboxName(text) else { throw .invalid("mailboxes", "names of mailboxes") }
            names.insert(name)
        }
        return names
    }

    static func pageKey(_ text: String?) throws(APIFailure) -> PageKey? {
        guard let text else { return nil }
        guard let key = PageKey(text: text) else { throw .invalid("after", "the “next” of the page before") }
        return key
    }
}
