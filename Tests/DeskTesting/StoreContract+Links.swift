import Desk
import Foundation
import Mail
import Vault

/// Single-use links and the sessions they open: to the address on file, once, for a day, within the budget of P15.
extension StoreContract {
    static let links = [
        StoreContract("P15 who is on file gets a link, and who is not gets nothing") { subject in
            _ = try await subject.openAcknowledged()
            for address in ["ada@customer.example", "ADA@customer.example", "nobody@customer.example"] {
                try subject.require(
                    try await subject.store.askForLink(to: Samples.address(address), now: subject.now), "it is noted")
            }
            try subject.require(try await subject.store.isLinkAskedFor(), "somebody waits")
            let answers = try await subject.answerAsks()
            try subject.require(answers == PortalAnswers(settled: 2, sent: 1), "one of two addresses: \(answers)")
            try subject.require(try await !subject.store.isLinkAskedFor(), "nobody waits any more")
            let mail = try subject.unwrap(try await subject.sendAll().first, "the mail")
            try subject.require(mail.header("To")?.contains("ada@customer.example") == true, "to the address on file")
            try subject.require(
                try await subject.view(TicketNumber(1) ?? subject.unwrap(nil, "1")).messages.count == 2,
                "no ticket holds a link")
        },
        StoreContract("P15 three mails a day and one for who unsubscribed, acknowledgements included") { subject in
            _ = try await subject.openAcknowledged()
            var sent = 0
            for _ in 1...4 {
                _ = try await subject.store.askForLink(to: Samples.address("ada@customer.example"), now: subject.now)
                sent += try await subject.answerAsks().sent
            }
            try subject.require(sent == 2, "an acknowledgement and two links: \(sent)")
            subject.clock.advance(by: .seconds(2 * 86_400))
            try await subject.store.suppress(subject.suppression(), by: .daemon)
            sent = 0
            for _ in 1...3 {
                _ = try await subject.store.askForLink(to: Samples.address("ada@customer.example"), now: subject.now)
                sent += try await subject.answerAsks().sent
            }
            try subject.require(sent == 1, "one for somebody who unsubscribed: \(sent)")
            try subject.require(try await subject.sendAll().count == 3, "an unsubscribe holds no link back (P5)")
        },
        StoreContract("a link opens the portal once, and the session ends") { subject in
            let token = try await subject.signInLink()
            let hash = token.hash
            let link = try subject.unwrap(
                try await subject.store.portalLink(hash, now: subject.now), "the link")
            try subject.require(link.purpose == .signIn, "what it is for")
            for _ in 1...3 {
                try subject.require(
                    try await subject.store.portalLink(hash, now: subject.now) == link, "looking changes nothing (P13)")
            }
            let session = try SessionToken()
            try subject.require(
                try await subject.use(hash, beginning: session.hash) == link, "it is used")
            try subject.require(
                try await subject.use(hash, beginning: try SessionToken().hash) == nil, "and never again")
            try subject.require(
                try await subject.store.portalLink(hash, now: subject.now) == nil, "nor shown")
            let person = try await subject.store.person(ofPortalSession: session.hash, now: subject.now)
            try subject.require(person == link.person, "who is signed in")
            try subject.require(
                try await subject.store.person(ofPortalSession: hash, now: subject.now) == nil,
                "the link itself is no session")
            subject.clock.advance(by: .seconds(14 * 60))
            try subject.require(
                try await subject.store.person(ofPortalSession: session.hash, now: subject.now) != nil, "in use")
            subject.clock.advance(by: .seconds(16 * 60))
            try subject.require(
                try await subject.store.person(ofPortalSession: session.hash, now: subject.now) == nil, "gone idle")
        },
        StoreContract("a session is replaced, ended, and over after an hour of use") { subject in
            let first = try SessionToken()
            _ = try await subject.use(try await subject.signInLink().hash, beginning: first.hash)
            let second = try SessionToken()
            _ = try await subject.use(
                try await subject.signInLink().hash, beginning: second.hash, replacing: first.hash)
            try subject.require(
                try await subject.store.person(ofPortalSession: first.hash, now: subject.now) == nil, "replaced")
            for _ in 1...5 {
                subject.clock.advance(by: .seconds(11 * 60))
                try subject.require(
                    try await subject.store.person(ofPortalSession: second.hash, now: subject.now) != nil, "in use")
            }
            subject.clock.advance(by: .seconds(6 * 60))
            try subject.require(
                try await subject.store.person(ofPortalSession: second.hash, now: subject.now) == nil, "an hour")
            subject.clock.advance(by: .seconds(86_400))
            let third = try SessionToken()
            _ = try await subject.use(try await subject.signInLink().hash, beginning: third.hash)
            try await subject.store.endPortalSession(third.hash)
            try subject.require(
                try await subject.store.person(ofPortalSession: third.hash, now: subject.now) == nil, "signed out")
        },
        StoreContract("a link is dead after a day, and nothing is kept of its mail") { subject in
            let token = try await subject.signInLink()
            subject.clock.advance(by: .seconds(86_399))
            try subject.require(
                try await subject.store.portalLink(token.hash, now: subject.now) != nil, "until then it lives")
            try await subject.store.endOldLinks(now: subject.now)
            subject.clock.advance(by: .seconds(1))
            try subject.require(
                try await subject.use(token.hash, beginning: try SessionToken().hash) == nil, "a day")
            let before = try await subject.store.outboxEntries(state: nil, visible: nil, limit: 10).count
            try await subject.store.endOldLinks(now: subject.now)
            let after = try await subject.store.outboxEntries(state: nil, visible: nil, limit: 10).count
            try subject.require(after == before - 1, "its mail is forgotten: \(before), \(after)")
        },
        StoreContract("a link proves the request it was sent for, once, and no other") { subject in
            let (request, other) = try await subject.twoRequests()
            guard case .sent = try await subject.sendProof(request.id) else {
                throw ContractBroken(description: "no link was sent")
            }
            let mail = try subject.unwrap(try await subject.sendAll().last, "the mail")
            try subject.require(mail.header("To")?.contains("ada@customer.example") == true, "the address on file")
            try subject.require(mail.readableText().text.contains(request.reference), "it says which request")
            try subject.require(!mail.readableText().text.contains("all my data"), "and none of its words")
            let token = try subject.link(in: mail)
            let session = try SessionToken()
            let used = try await subject.use(token.hash, beginning: session.hash)
            try subject.require(used?.purpose == .proof(request.id), "it is used")
            try subject.require(
                try await subject.store.person(ofPortalSession: session.hash, now: subject.now) == nil,
                "it opens no portal")
            let proved = try await subject.store.rightsRequest(request.id)
            try subject.require(
                proved?.state == .verified && proved?.identity == .link(at: subject.minute), "\(proved as Any)")
            try subject.require(
                try await subject.store.rightsRequest(other.id)?.identity == .unproved, "the other is as it was")
            guard case .notOpen = try await subject.sendProof(request.id) else {
                throw ContractBroken(description: "a proved request got another link")
            }
        },
        StoreContract("a link of a request that is over proves nothing, and five a day are enough") { subject in
            let (request, other) = try await subject.twoRequests()
            _ = try await subject.sendProof(request.id)
            let token = try subject.link(in: try subject.unwrap(try await subject.sendAll().last, "the mail"))
            _ = try await subject.store.change(
                request.id, by: .decide(.withdrawn, signedOffBy: nil), letter: nil, author: .operatorOnHost,
                dispatch: subject.dispatch)
            try subject.require(
                try await subject.store.portalLink(token.hash, now: subject.now) == nil, "it is not shown")
            try subject.require(
                try await subject.use(token.hash, beginning: try SessionToken().hash) == nil, "nor used")
            for _ in 1...5 {
                guard case .sent = try await subject.sendProof(other.id) else {
                    throw ContractBroken(description: "five are sent")
                }
            }
            guard case .tooMany = try await subject.sendProof(other.id) else {
                throw ContractBroken(description: "a sixth was sent")
            }
        },
        StoreContract("the overview counts what is theirs, and notes are not") { subject in
            let (number, _) = try await subject.openAcknowledged()
            try await subject.answered(number)
            _ = try await subject.store.note(number, text: "rude", by: .operatorOnHost, now: subject.now)
            let ada = try subject.unwrap(
                await subject.store.person(withAddress: Samples.address("ada@customer.example")), "the person")
            let overview = try subject.unwrap(await subject.store.portalOverview(of: ada.id), "the overview")
            try subject.require(
                overview.conversations == 1 && overview.messages == 1 && overview.answers == 2, "\(overview)")
            try subject.require(overview.address == ada.address && overview.name == ada.name, "who")
        },
    ]
}

extension StoreSubject {
    /// As the register keeps times.
    fileprivate var minute: Date {
        Date(timeIntervalSince1970: (now.timeIntervalSince1970 / 60).rounded(.down) * 60)
    }

    fileprivate func answerAsks() async throws -> PortalAnswers {
        try await store.answerAsks(limit: 10, dispatch: dispatch)
    }

    fileprivate func use(
        _ hash: [UInt8], beginning session: [UInt8], replacing old: [UInt8]? = nil
    ) async throws -> PortalLink? {
        try await store.useLink(hash, beginning: session, replacing: old, dispatch: dispatch)
    }

    fileprivate func sendProof(_ request: RightsRequestID) async throws -> ProofLinkOutcome {
        try await store.sendProofLink(for: request, by: .operatorOnHost, dispatch: dispatch)
    }

    /// The link that a mail brings.
    fileprivate func link(in mail: Message) throws -> LinkToken {
        let text = mail.readableText().text
        let start = try unwrap(text.range(of: "/my/link/")?.upperBound, "a link in \(text)")
        let secret = text[start...].prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        return try unwrap(LinkToken(String(secret)), "a secret")
    }

    /// A link for the one customer, who is on file afterwards.
    fileprivate func signInLink() async throws -> LinkToken {
        if try await store.person(withAddress: Samples.address("ada@customer.example")) == nil {
            _ = try await openAcknowledged()
        }
        _ = try await store.askForLink(to: Samples.address("ada@customer.example"), now: now)
        _ = try await answerAsks()
        return try link(in: try unwrap(try await sendAll().last, "the mail"))
    }

    fileprivate func twoRequests() async throws -> (RightsRequest, RightsRequest) {
        _ = try await openAcknowledged()
        let person = try unwrap(
            await store.person(withAddress: Samples.address("ada@customer.example")), "the person"
        ).id
        var made: [RightsRequest] = []
        for _ in 1...2 {
            let request = RightsRequest(
                id: RightsRequestID(from: clock.world), right: .access, channel: .phone, receivedAt: now,
                clock: LegalClock(
                    receivedOn: CalendarDay(now, in: ControllerPlace.zone(ofCountry: "DE")), country: "DE"),
                person: person, ticket: nil, wording: "all my data", contact: nil)
            _ = try await store.register(
                request, in: profile, letter: nil, by: .operatorOnHost, dispatch: dispatch)
            made.append(request)
        }
        return (made[0], made[1])
    }
}
