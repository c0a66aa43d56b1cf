import Desk
import Mail

/// The consent ledger and its purposes. Addresses stand in bodies, never in a URL.
extension APIRoutes {
    var consentRoutes: [Route] {
        [
            route("POST", "/consents/lookup") { (request) async throws(APIFailure) in try await standing(request) },
            route("POST", "/consents/list") { (request) async throws(APIFailure) in try await consents(request) },
            route("POST", "/consents") { (request) async throws(APIFailure) in try await record(request) },
            route("POST", "/consents/import") { (request) async throws(APIFailure) in try await bring(request) },
            route("POST", "/consents/withdraw") { (request) async throws(APIFailure) in try await withdraw(request) },
            route("GET", "/consents/purposes") { (request) async throws(APIFailure) in try await purposes(request) },
            route("POST", "/consents/purposes") { (request) async throws(APIFailure) in
                try await savePurpose(request)
            },
            route("POST", "/consents/purposes/{purpose}/close") { (request) async throws(APIFailure) in
                try await closePurpose(request)
            },
        ]
    }

    private func standing(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(ConsentLookupBody.self)
        let (address, purpose) = (try Self.address(body.address), try Self.purpose(body.purpose))
        let standing = try await asking(about: "the purpose") { () async throws(DeskRefusal) in
            try await desk.consentStanding(of: address, to: purpose, as: request.principal)
        }
        return APICoding.response(200, APIConsentStanding(standing))
    }

    private func consents(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let address = try Self.address(try request.body(AddressBody.self).address)
        let found = try await asking(about: "the consents") { () async throws(DeskRefusal) in
            try await desk.consents(of: address, as: request.principal)
        }
        return APICoding.response(200, APIConsents(consents: found.map { APIConsent($0) }))
    }

    private func record(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(ConsentBody.self)
        let (address, draft) = (try Self.address(body.address), try Self.draft(body, otherwise: .letter))
        let made = try await asking(about: "the purpose") { () async throws(DeskRefusal) in
            try await desk.recordConsent(draft, of: address, as: request.principal)
        }
        return APICoding.response(201, APIConsent(made))
    }

    private func bring(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        var rows: [(address: EmailAddress, draft: ConsentDraft)] = []
        for body in try request.body(ConsentImportBody.self).rows {
            rows.append((try Self.address(body.address), try Self.draft(body, otherwise: .import)))
        }
        let all = rows
        let done = try await asking(about: "a purpose of the list") { () async throws(DeskRefusal) in
            try await desk.importConsents(all, as: request.principal)
        }
        return APICoding.response(200, APIConsentsImported(valid: done.valid, invalid: done.invalid))
    }

    private func withdraw(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(ConsentWithdrawalBody.self)
        let (address, purpose) = (try Self.address(body.address), try Self.purpose(body.purpose))
        let channel = try Self.channel(body.channel)
        let ended = try await asking(about: "the purpose") { () async throws(DeskRefusal) in
            try await desk.withdrawConsent(
                of: address, to: purpose, through: channel, evidence: body.evidence, as: request.principal)
        }
        return APICoding.response(200, APIConsentsWithdrawn(withdrawn: ended))
    }

    private func purposes(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let found = try await asking(about: "the purposes") { () async throws(DeskRefusal) in
            try await desk.consentPurposes(as: request.principal)
        }
        return APICoding.response(200, APIPurposes(purposes: found.map { shape(of: $0) }))
    }

    private func savePurpose(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(PurposeBody.self)
        guard let language = Language(rawValue: body.language) else {
            throw .invalid("language", Language.allCases.map(\.rawValue).joined(separator: " or "))
        }
        let draft = ConsentPurposeDraft(
            code: try Self.purpose(body.code, field: "code"), mailbox: try Reading.mailboxName(body.mailbox),
            reviewMonths: body.reviewMonths ?? Desk.Limits.consentReviewMonths,
            isForChildren: body.forChildren ?? false,
            text: ConsentPurposeDraft.Text(
                language: language, title: body.title, text: body.text, withdrawal: body.withdrawal))
        let saved = try await asking(about: "the purpose or its mailbox") { () async throws(DeskRefusal) in
            try await desk.savePurpose(draft, as: request.principal)
        }
        return APICoding.response(201, shape(of: saved))
    }

    private func closePurpose(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let code = try Self.purpose(request.request.parameters["purpose"] ?? "")
        try await asking(about: "purpose \(code.value)") { () async throws(DeskRefusal) in
            try await desk.closePurpose(code, as: request.principal)
        }
        return WebResponse(status: 204)
    }

    private func shape(of purpose: ConsentPurpose) -> APIPurpose {
        APIPurpose(purpose, publicURL: desk.settings.value.publicURL)
    }

    private static func address(_ text: String) throws(APIFailure) -> EmailAddress {
        guard let address = EmailAddress(text) else { throw .invalid("address", "an address like a@b.example") }
        return address
    }

    private static func purpose(_ text: String, field: String = "purpose") throws(APIFailure) -> ShortName {
        guard let code = ShortName(text) else { throw .invalid(field, ShortName.expected) }
        return code
    }

    private static func channel(_ text: String) throws(APIFailure) -> ConsentChannel {
        guard let channel = ConsentChannel(rawValue: text) else {
            throw .invalid("channel", ConsentChannel.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return channel
    }

    private static func draft(
        _ body: ConsentBody, otherwise channel: ConsentChannel
    ) throws(APIFailure) -> ConsentDraft {
        var version: ConsentTextVersion?
        if let text = body.textVersion {
            guard let read = ConsentTextVersion(text: text) else {
                throw .invalid("textVersion", "a version like en-1")
            }
            version = read
        }
        var act: AffirmativeAct?
        if let text = body.act {
            guard let read = AffirmativeAct(rawValue: text) else {
                throw .invalid("act", AffirmativeAct.allCases.map(\.rawValue).joined(separator: ", "))
            }
            act = read
        }
        guard let age = AgeStatement(word: body.age ?? "not-asked") else {
            throw .invalid("age", "not-asked, at-least-N or below-N")
        }
        var through = channel
        // A list of before is a list of before, whatever it says of itself.
        if channel != .import, let text = body.channel { through = try Self.channel(text) }
        return ConsentDraft(
            purpose: try purpose(body.purpose), version: version, act: act, givenAt: body.givenAt, channel: through,
            evidence: body.evidence, age: age, parentalAuthorisation: body.parentalAuthorisation)
    }
}
