internal import Desk
internal import Foundation

/// A request as it lies: clear columns, and the sealed rest.
struct RightsRow {
    let id: RightsRequestID
    let person: PersonID?
    let content: [UInt8]?
    private let asked: String
    private let channel: String
    private let receivedAt: Int64
    private let clock: LegalClock
    private let suspendedOn: Int64?
    private let state: String
    private let proof: String?
    private let provedBy: String?
    private let provedAt: Int64?
    private let ticket: Int64?
    private let decision: String?
    private let ground: String?
    private let signedOffBy: String?
    private let decidedAt: Int64?
    private let answeredAt: Int64?
    private let version: Int64

    static let select = """
        SELECT id, asked, channel, received_at, received_on, country, is_extended, suspended_days, suspended_on, state,
               proof, proved_by, proved_at, person, ticket, decision, ground, signed_off_by, decided_at, answered_at,
               version, content
        FROM rights_request
        """

    /// In the order of `select`.
    init(_ row: any SQLRow) throws(StoreFailure) {
        id = RightsRequestID(try row.id(0))
        asked = row.text(1)
        channel = row.text(2)
        receivedAt = row.integer(3)
        clock = LegalClock(
            receivedOn: CalendarDay(number: Int(clamping: row.integer(4))), isExtended: row.flag(6),
            suspendedDays: Int(clamping: row.integer(7)), country: row.text(5))
        suspendedOn = row.integerIfAny(8)
        state = row.text(9)
        proof = row.textIfAny(10)
        provedBy = row.textIfAny(11)
        provedAt = row.integerIfAny(12)
        person = try row.idIfAny(13).map { PersonID($0) }
        ticket = row.integerIfAny(14)
        decision = row.textIfAny(15)
        ground = row.textIfAny(16)
        signedOffBy = row.textIfAny(17)
        decidedAt = row.integerIfAny(18)
        answeredAt = row.integerIfAny(19)
        version = row.integer(20)
        content = row.blobIfAny(21)
    }

    func request(with content: RightsContent) throws(StoreFailure) -> RightsRequest {
        guard let right = RightsRequest.Right(rawValue: asked), let channel = RightsRequest.Channel(rawValue: channel),
            let state = RightsRequest.State(rawValue: state)
        else { throw .damaged }
        let proof = RightsProof(word: proof, by: provedBy, at: provedAt.map { Moment.date($0) })
        return RightsRequest(
            id: id, right: right, channel: channel, receivedAt: Moment.date(receivedAt), clock: clock, state: state,
            identity: try proof.identity(how: content.recognisedBy ?? ""), person: person,
            ticket: ticket.flatMap { TicketNumber($0) }, wording: content.wording, contact: content.contact,
            suspendedOn: suspendedOn.map { CalendarDay(number: Int(clamping: $0)) },
            extensionReason: content.extensionReason,
            decision: try decision.map { (word) throws(StoreFailure) in
                try Self.decision(word, ground: ground, reasons: content.reasons ?? "")
            },
            signedOffBy: signedOffBy, decidedAt: decidedAt.map { Moment.date($0) },
            answeredAt: answeredAt.map { Moment.date($0) }, version: version)
    }

    private static func decision(
        _ word: String, ground: String?, reasons: String
    ) throws(StoreFailure) -> RightsRequest.Decision {
        switch word {
        case "fulfilled": return .fulfilled
        case "partly": return .partly(reasons: reasons)
        case "refused":
            guard let ground = ground.flatMap({ RightsRequest.Ground(rawValue: $0) }) else { throw .damaged }
            return .refused(ground, reasons: reasons)
        case "not-identified": return .notIdentified
        case "withdrawn": return .withdrawn
        case "not-a-request": return .notARequest(reasons: reasons)
        default: throw .damaged
        }
    }
}

/// How it was seen who asked, in columns.
struct RightsProof {
    var word: String?
    var by: String?
    var at: Date?

    init(word: String?, by: String?, at: Date?) {
        self.word = word
        self.by = by
        self.at = at
    }

    init(_ identity: RightsRequest.Identity) {
        switch identity {
        case .unproved: break
        case .link(let at): (word, self.at) = ("link", at)
        case .byStaff(_, let by, let at): (word, self.by, self.at) = ("staff", by, at)
        }
    }

    func identity(how: String) throws(StoreFailure) -> RightsRequest.Identity {
        switch (word, at) {
        case (nil, _): return .unproved
        case ("link", let at?): return .link(at: at)
        case ("staff", let at?): return .byStaff(how: how, by: by ?? "", at: at)
        default: throw .damaged
        }
    }
}
