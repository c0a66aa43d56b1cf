internal import Desk
internal import Foundation
internal import Vault

/// Rows of the register of requests.
extension DeskRecords {
    func rightsRequest(_ id: RightsRequestID) throws(StoreFailure) -> RightsRequest? {
        try session.first(
            "\(RightsRow.select) WHERE id = ?", [.id(id.object)]
        ) { row throws(StoreFailure) in try RightsRow(row) }
        .map { (row) throws(StoreFailure) in try opened(row) }
    }

    func rightsRequests(includingClosed: Bool, limit: Int) throws(StoreFailure) -> [RightsRequest] {
        let rows = try session.all(
            """
            \(RightsRow.select) WHERE state <> 'closed' OR ? = 1
            ORDER BY CASE WHEN state = 'closed' THEN 1 ELSE 0 END, target_on, id LIMIT ?
            """, [.flag(includingClosed), .integer(limit)]
        ) { row throws(StoreFailure) in try RightsRow(row) }
        var requests: [RightsRequest] = []
        for row in rows { requests.append(try opened(row)) }
        return requests
    }

    /// Newest first.
    func rightsRequests(of person: PersonID, limit: Int) throws(StoreFailure) -> [RightsRequest] {
        let rows = try session.all(
            "\(RightsRow.select) WHERE person = ? ORDER BY id DESC LIMIT ?", [.id(person.object), .integer(limit)]
        ) { row throws(StoreFailure) in try RightsRow(row) }
        var requests: [RightsRequest] = []
        for row in rows { requests.append(try opened(row)) }
        return requests
    }

    func add(_ request: RightsRequest) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO rights_request (id, asked, channel, received_at, received_on, country, is_extended,
                suspended_days, suspended_on, target_on, state, proof, proved_by, proved_at, person, ticket, decision,
                ground, signed_off_by, decided_at, answered_at, version, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, [.id(request.id.object)] + (try values(of: request)))
    }

    func update(_ request: RightsRequest) throws(StoreFailure) {
        try session.run(
            """
            UPDATE rights_request SET asked = ?, channel = ?, received_at = ?, received_on = ?, country = ?,
                is_extended = ?, suspended_days = ?, suspended_on = ?, target_on = ?, state = ?, proof = ?,
                proved_by = ?, proved_at = ?, person = ?, ticket = ?, decision = ?, ground = ?, signed_off_by = ?,
                decided_at = ?, answered_at = ?, version = ?, content = ? WHERE id = ?
            """, try values(of: request) + [.id(request.id.object)])
    }

    private func values(of request: RightsRequest) throws(StoreFailure) -> [SQLValue] {
        let clock = request.clock
        let proof = RightsProof(request.identity)
        return [
            .text(request.right.rawValue), .text(request.channel.rawValue), .integer(Moment.minute(request.receivedAt)),
            .integer(clock.receivedOn.number), .text(clock.country), .flag(clock.isExtended),
            .integer(clock.suspendedDays), .integer((request.suspendedOn?.number).map { Int64($0) }),
            .integer(clock.targetDay.number), .text(request.state.rawValue), .text(proof.word), .text(proof.by),
            .integer(proof.at.map { Moment.minute($0) }), .id(request.person?.object),
            .integer(request.ticket?.value), .text(request.decision?.word),
            .text(request.decision?.ground?.rawValue), .text(request.signedOffBy),
            .integer(request.decidedAt.map { Moment.minute($0) }),
            .integer(request.answeredAt.map { Moment.minute($0) }),
            .integer(request.version), .blob(try seal(RightsContent(request), of: request)),
        ]
    }

    private func seal(_ content: RightsContent, of request: RightsRequest) throws(StoreFailure) -> [UInt8] {
        let place = Place.request(request.id)
        if let person = request.person { return try sealer.seal(content.bytes, at: place, owner: person) }
        return try sealer.desk.seal(content.bytes, at: place, padded: true)
    }

    private func opened(_ row: RightsRow) throws(StoreFailure) -> RightsRequest {
        guard let sealed = row.content else { return try row.request(with: .erased) }
        let place = Place.request(row.id)
        do throws(StoreFailure) {
            let bytes =
                if let person = row.person {
                    try sealer.opening(held: true).open(sealed, at: place, owner: person)
                } else {
                    try sealer.desk.open(sealed, at: place)
                }
            return try row.request(with: RightsContent(bytes: bytes))
        } catch .keyDestroyed {
            return try row.request(with: .erased)
        }
    }
}
