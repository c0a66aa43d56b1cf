import Foundation
import Mail
import Vault

/// What whoever is signed in to the portal sees and does of their own. What is somebody else's is not there.
extension Helpdesk {
    /// Their conversations, the newest first.
    package func conversations(as principal: Principal) async throws(DeskRefusal) -> [PortalConversation] {
        let person = try principal.requirePerson()
        let tickets = try await storage { () async throws(StoreFailure) -> [Ticket] in
            try await store.tickets(of: person, limit: Limits.portalConversations)
        }
        return tickets.map { PortalConversation($0) }
    }

    package func conversation(
        _ number: TicketNumber, as principal: Principal
    ) async throws(DeskRefusal) -> PortalConversation {
        let person = try await own(principal)
        let view = try await view(of: number, for: person)
        return PortalConversation(view, of: person.id, address: person.address)
    }

    /// A file of a message the person may see, and no other.
    package func ownAttachment(
        _ id: AttachmentID, of number: TicketNumber, as principal: Principal
    ) async throws(DeskRefusal) -> (AttachmentSummary, [UInt8]) {
        let person = try await own(principal)
        let conversation = PortalConversation(
            try await view(of: number, for: person), of: person.id, address: person.address)
        guard conversation.messages.flatMap(\.files).contains(where: { $0.id == id }) else {
            throw .notFound(.attachment)
        }
        let found = try await storage { () async throws(StoreFailure) -> (AttachmentSummary, [UInt8])? in
            try await store.attachment(id, of: number, reader: principal, now: world.now())
        }
        guard let found else { throw .notFound(.attachment) }
        return found
    }

    /// Which mail they want.
    package func mailChoice(as principal: Principal) async throws(DeskRefusal) -> PortalMailChoice {
        PortalMailChoice(try await own(principal).suppressions.values)
    }

    /// Records which mail they want, in every group of mailboxes; in force when it answers (P5).
    package func choose(_ choice: PortalMailChoice, as principal: Principal) async throws(DeskRefusal) {
        guard let address = try await own(principal).address else { throw .notFound(.person) }
        let (store, gate, keys, now) = (store, gate, keys, world.now())
        let groups = Set(settings.value.mailboxes.map(\.suppressionGroup))
        // Wanting mail about one's requests takes no objection to advertising back.
        let isObjecting = try await isObjectingToMarketing(as: principal)
        let scope = choice.scope ?? (isObjecting ? .marketing : nil)
        try await storage { () async throws(StoreFailure) in
            try await gate.pass { () async throws(StoreFailure) in
                for group in groups.sorted() {
                    let identities = Set([address.normalized, address.withoutTag.normalized]).map {
                        SuppressionIdentity.text(address: $0, group: group)
                    }
                    // The wish of now stands in the place of those before.
                    for hash in identities.flatMap({ keys.suppressionHashes(ofAddress: $0) }).map(\.hash) {
                        try await store.liftSuppression(
                            hash: hash, evidence: Self.portalEvidence, by: principal, now: now)
                    }
                    let identity = SuppressionIdentity.text(address: address.normalized, group: group)
                    guard let scope, let newest = keys.suppressionHashes(ofAddress: identity).first
                    else { continue }
                    try await store.suppress(
                        Suppression(
                            hash: newest.hash, keyVersion: newest.version, scope: scope, ticket: nil, at: now,
                            source: .page), by: principal)
                }
            }
        }
    }

    /// Opens a request under Art. 12–22 for whoever is signed in, whose link is the proof of who they are. It is
    /// acknowledged by mail, unless its answer comes at once.
    package func openOwnRequest(
        _ right: RightsRequest.Right, wording: String, acknowledges: Bool = true, as principal: Principal
    ) async throws(DeskRefusal) -> RightsRequest {
        let person = try await own(principal)
        let now = world.now()
        let draft = RightsRequestDraft(right: right, channel: .portal, person: person.id, wording: wording)
        try draft.validate(now: now)
        let open = try await ownRequests(as: principal).filter(\.isOpen)
        guard open.count < Limits.portalRequestsOpen else {
            throw .invalid(field: "request", expected: "fewer than \(Limits.portalRequestsOpen) open ones")
        }
        let settings = settings.value
        var mailbox = settings.mailboxes.first
        if let newest = person.tickets.max() {
            let name = try await storage { () async throws(StoreFailure) -> MailboxName? in
                try await store.mailbox(ofTicket: newest)
            }
            mailbox = name.flatMap { settings.mailbox(named: $0) } ?? mailbox
        }
        guard let mailbox else { throw .notFound(.mailbox) }
        let country = settings.controller.country
        let request = RightsRequest(
            id: RightsRequestID(from: world), right: right, channel: .portal, receivedAt: now,
            clock: LegalClock(
                receivedOn: CalendarDay(now, in: ControllerPlace.zone(ofCountry: country)), country: country),
            state: .verified, identity: .link(at: now), person: person.id, ticket: nil, wording: wording, contact: nil)
        let letter: RightsLetter? = acknowledges && settings.sendingRefusal == nil ? .acknowledgement : nil
        let dispatch = Dispatch(settings: settings, keys: keys, world: world)
        let outcome = try await storage { () async throws(StoreFailure) -> RightsOutcome in
            try await store.register(request, in: mailbox, letter: letter, by: principal, dispatch: dispatch)
        }
        switch outcome {
        case .done(let made):
            bells.ringAll()
            return made
        case .refused(let refusal): throw refusal
        case .notComposed(let failure): throw failure.refusal
        case .notFound: throw .notFound(.request)
        }
    }

    /// Takes back a request of theirs.
    package func takeBackOwnRequest(
        _ id: RightsRequestID, as principal: Principal
    ) async throws(DeskRefusal) -> RightsRequest {
        guard try await ownRequests(as: principal).contains(where: { $0.id == id && $0.isOpen }) else {
            throw .notFound(.request)
        }
        let dispatch = Dispatch(settings: settings.value, keys: keys, world: world)
        let outcome = try await storage { () async throws(StoreFailure) -> RightsOutcome in
            try await store.change(
                id, by: .decide(.withdrawn, signedOffBy: nil), letter: nil, author: principal, dispatch: dispatch)
        }
        switch outcome {
        case .done(let closed):
            try await endCopies(for: id, as: principal)
            return closed
        case .refused(let refusal): throw refusal
        case .notComposed, .notFound: throw .notFound(.request)
        }
    }

    private static let portalEvidence = "chosen in the portal, opened by a link sent to the address"

    func own(_ principal: Principal) async throws(DeskRefusal) -> Person {
        let id = try principal.requirePerson()
        let person = try await storage { () async throws(StoreFailure) -> Person? in try await store.person(id) }
        guard let person else { throw .notFound(.person) }
        return person
    }

    private func view(of number: TicketNumber, for person: Person) async throws(DeskRefusal) -> TicketView {
        guard person.tickets.contains(number) else { throw .notFound(.ticket) }
        let view = try await storage { () async throws(StoreFailure) -> TicketView? in
            try await store.ticket(number, reader: .person(person.id), now: world.now())
        }
        // A number that leads to another ticket leads there only if that one is theirs too.
        guard let view, person.tickets.contains(view.ticket.number) else { throw .notFound(.ticket) }
        return view
    }
}
