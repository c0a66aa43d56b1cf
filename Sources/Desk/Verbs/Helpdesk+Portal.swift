package import Mail
import Vault

/// Single-use links, and being signed in to the portal.
extension Helpdesk {
    /// Somebody wants a link to this address. The answer is the same whoever is on file, and so is its time: nobody is
    /// looked up here (P15, gdpr.md A5.3).
    package func askForLink(to address: EmailAddress) async throws(DeskRefusal) {
        if let refusal = settings.value.sendingRefusal { throw .sendingRefused(refusal) }
        let isNoted = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.askForLink(to: address, now: world.now())
        }
        // A crowd waits: come again. It is told to everybody alike.
        guard isNoted else { throw .storage(.busy) }
    }

    /// Sends the single-use link that proves a request, to the address on file and nowhere else (gdpr.md A5.3).
    package func sendProofLink(
        for id: RightsRequestID, as principal: Principal
    ) async throws(DeskRefusal) -> RightsRequest {
        try principal.requireOversightOfRights()
        if let refusal = settings.value.sendingRefusal { throw .sendingRefused(refusal) }
        let dispatch = Dispatch(settings: settings.value, keys: keys, world: world)
        let outcome = try await storage { () async throws(StoreFailure) -> ProofLinkOutcome in
            try await store.sendProofLink(for: id, by: principal, dispatch: dispatch)
        }
        switch outcome {
        case .sent(let request):
            bells.ringAll()
            return request
        case .nobodyToAsk:
            throw .invalid(
                field: "request",
                expected: "one of somebody whose address is on file; recognise this person another way")
        case .notOpen:
            throw .invalid(
                field: "request", expected: "an open, confirmed one whose person was not recognised yet")
        case .tooMany:
            throw .invalid(
                field: "request", expected: "one with fewer than \(Limits.proofLinksPerDay) links sent in a day")
        case .notComposed(let failure): throw failure.refusal
        case .notFound: throw .notFound(.request)
        }
    }

    /// What the page of a link says. Reads only: fetching a link changes nothing (P13).
    package func linkPage(token text: String) async throws(DeskRefusal) -> PortalLinkPage {
        guard let token = LinkToken(text) else { throw .notFound(.link) }
        let link = try await storage { () async throws(StoreFailure) -> PortalLink? in
            try await store.portalLink(token.hash, now: world.now())
        }
        guard let link else { throw .notFound(.link) }
        return PortalLinkPage(reference: link.reference, bringsCopy: link.export != nil)
    }

    /// What using a link led to.
    package enum LinkUse: Sendable {
        /// What the browser is to hold, once.
        case signedIn(PortalPass)
        /// The same, by a link that brings a copy.
        case signedInForCopy(PortalPass)
        case proved(reference: String)
    }

    /// Uses a link. A session always gets a token of its own, whatever the browser had before (session fixation), and
    /// ends the one it replaces.
    package func useLink(token text: String, replacing old: PortalPass?) async throws(DeskRefusal) -> LinkUse {
        guard let token = LinkToken(text) else { throw .notFound(.link) }
        let session = try PortalPass()
        let dispatch = Dispatch(settings: settings.value, keys: keys, world: world)
        let link = try await storage { () async throws(StoreFailure) -> PortalLink? in
            try await store.useLink(
                token.hash, beginning: session.hash, replacing: old?.hash, dispatch: dispatch)
        }
        guard let link else { throw .notFound(.link) }
        if let reference = link.reference { return .proved(reference: reference) }
        return link.export == nil ? .signedIn(session) : .signedInForCopy(session)
    }

    /// Who is signed in; nil for an unknown session and for one that has ended.
    package func visitor(_ session: PortalPass) async throws(DeskRefusal) -> Principal? {
        let person = try await storage { () async throws(StoreFailure) -> PersonID? in
            try await store.person(ofPortalSession: session.hash, now: world.now())
        }
        return person.map { .person($0) }
    }

    package func signOut(_ session: PortalPass) async throws(DeskRefusal) {
        try await storage { () async throws(StoreFailure) in try await store.endPortalSession(session.hash) }
    }

    /// What is kept about whoever is signed in, in numbers.
    package func overview(as principal: Principal) async throws(DeskRefusal) -> PortalOverview {
        let person = try principal.requirePerson()
        let overview = try await storage { () async throws(StoreFailure) -> PortalOverview? in
            try await store.portalOverview(of: person)
        }
        guard let overview else { throw .notFound(.person) }
        return overview
    }

    /// The requests of whoever is signed in, newest first.
    package func ownRequests(as principal: Principal) async throws(DeskRefusal) -> [RightsRequest] {
        let person = try principal.requirePerson()
        return try await storage { () async throws(StoreFailure) -> [RightsRequest] in
            try await store.rightsRequests(of: person, limit: Limits.portalRequests)
        }
    }
}

extension PortalLink {
    /// What the person quotes, when the link proves a request.
    fileprivate var reference: String? {
        if case .proof(let request) = purpose { RightsRequest.reference(of: request) } else { nil }
    }

    fileprivate var export: ExportID? {
        if case .export(let id) = purpose { id } else { nil }
    }
}

extension Principal {
    /// The portal shows everybody what is their own, and nobody else anything.
    func requirePerson() throws(DeskRefusal) -> PersonID {
        guard case .person(let id) = self else { throw .notFound(.person) }
        return id
    }
}
