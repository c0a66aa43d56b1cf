import Desk
import Foundation

/// Whom a breach concerns, and the texts for authority and people.
extension APIRoutes {
    var affectedRoutes: [Route] {
        [
            route("GET", "/breaches/{breach}/affected") { (request) async throws(APIFailure) in
                try await affected(request)
            },
            route("POST", "/breaches/{breach}/affected") { (request) async throws(APIFailure) in
                try await find(request)
            },
            route("GET", "/breaches/{breach}/letter") { (request) async throws(APIFailure) in
                try await letter(request)
            },
            route("GET", "/breaches/{breach}/report") { (request) async throws(APIFailure) in
                try await report(request)
            },
        ]
    }

    private func affected(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.breachNumber()
        let query = try request.query(["after", "limit"])
        guard let limit = Int(query["limit"] ?? "\(Desk.Limits.pageLength)") else {
            throw .invalid("limit", "a number from 1 to \(Desk.Limits.pageLengthMaximum)")
        }
        var after: PersonID?
        if let text = query["after"] {
            guard let id = PersonID(hex: text) else { throw .invalid("after", "the “next” of the page before") }
            after = id
        }
        let start = after
        let people = try await asking(about: "breach \(number.value)") { () async throws(DeskRefusal) in
            try await desk.affected(by: number, after: start, limit: limit, as: request.principal)
        }
        let next = people.count == limit ? people.last?.person.hex : nil
        return APICoding.response(200, APIAffectedPeople(people: people.map { APIAffectedPerson($0) }, next: next))
    }

    private func find(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.breachNumber()
        let body = try request.body(AffectedBody.self)
        let source = try body.source()
        guard body.preview else {
            return try await answer(number) { () async throws(DeskRefusal) in
                try await desk.addAffected(source, to: number, as: request.principal)
            }
        }
        let counts = try await asking(about: "breach \(number.value)") { () async throws(DeskRefusal) in
            try await desk.countAffected(source, of: number, as: request.principal)
        }
        return APICoding.response(200, APIAffectedFound(counts))
    }

    private func letter(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.breachNumber()
        let query = try request.query(["language", "public"])
        let settings = desk.settings.value
        let code = query["language"] ?? settings.language.rawValue
        let language: Language = try BreachReading.word(code, "language")
        let breach = try await asking(about: "breach \(number.value)") { () async throws(DeskRefusal) in
            try await desk.breach(number, as: request.principal)
        }
        let text =
            query["public"] == "true"
            ? BreachLetter.publicText(about: breach, settings: settings, language: language)
            : BreachLetter.text(about: breach, settings: settings, language: language)
        guard let text else {
            throw .invalid("language", "one in which nature, consequences and measures are told")
        }
        return APICoding.response(200, APIBreachLetter(language: code, text: text))
    }

    private func report(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.breachNumber()
        let format = try request.query(["format"])["format"] ?? "json"
        let report = try await asking(about: "breach \(number.value)") { () async throws(DeskRefusal) in
            try await desk.report(on: number, as: request.principal)
        }
        switch format {
        case "json": return APICoding.response(200, APIBreachReport(report))
        case "text": return .text(200, report.text)
        case "html": return .html(200, Pages().breachReport(report))
        default: throw .invalid("format", "json, text or html")
        }
    }
}

extension AffectedBody {
    func source() throws(APIFailure) -> AffectedSource {
        let ways = [
            tickets != nil, from != nil || to != nil, message != nil, entry != nil, backup != nil, epoch != nil,
        ]
        guard ways.count(where: { $0 }) == 1 else {
            throw .invalid("source", "one of tickets, from and to, message, entry, backup and backupAt, epoch")
        }
        if let tickets { return .tickets(try Self.numbers(tickets)) }
        if let message {
            guard let id = TicketMessageID(hex: message) else { throw .invalid("message", "the id of a message") }
            return .misdirected(id)
        }
        if let entry {
            guard let id = OutboxEntryID(hex: entry) else { throw .invalid("entry", "the id of a mail") }
            return .misdirectedMail(id)
        }
        if let backup {
            guard let backupAt else { throw .invalid("backupAt", "when the copy was made") }
            return .backup(try BreachReading.word(backup, "backup"), at: backupAt)
        }
        if let epoch { return .keyEpoch(epoch) }
        guard let from, let to else { throw .invalid("to", "a time window needs “from” and “to”") }
        if let reader {
            guard reader.utf8.count <= Desk.Limits.lineBytes else {
                throw .invalid("reader", "a name of the audit log")
            }
            return .reads(by: reader, from: from, to: to)
        }
        return .window(from: from, to: to, mailbox: try Reading.mailboxName(mailbox))
    }

    private static func numbers(_ values: [Int64]) throws(APIFailure) -> [TicketNumber] {
        var numbers: [TicketNumber] = []
        for value in values {
            guard let number = TicketNumber(value) else { throw .invalid("tickets", "numbers of tickets") }
            numbers.append(number)
        }
        return numbers
    }
}
