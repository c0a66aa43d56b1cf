internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// Makes readings for one batch.
struct ArrivalReader: Sendable {
    private let profile: MailboxProfile
    private let keys: KeyRing
    private let hashes: HashMaker
    private let scrubber: LinkScrubber?
    private let loopToken: String
    /// A mail to one mailbox of ours may be delivered into another.
    private let ownAddresses: Set<String>
    private let missing: EmailAddress

    init(batch: IntakeBatch, keys: KeyRing) throws(StoreFailure) {
        guard let missing = EmailAddress(ArrivalReading.missingAuthor) else { throw .damaged }
        self.missing = missing
        self.keys = keys
        profile = batch.profile
        hashes = HashMaker(keys: keys)
        scrubber = LinkScrubber(publicURL: batch.settings.publicURL)
        loopToken = Dispatch.loopToken(of: keys)
        ownAddresses = Set(([batch.profile] + batch.settings.mailboxes).map(\.address.withoutTag.normalized))
    }

    /// Reads a batch, in order, on as many cores as there are: reading is the larger part of the work and touches
    /// nothing that is shared.
    func read(_ arrivals: [Arrival]) async -> [ArrivalReading] {
        await withTaskGroup(of: (Int, [ArrivalReading]).self) { group in
            let share = max(1, (arrivals.count + Limits.readingTasks - 1) / Limits.readingTasks)
            for start in stride(from: 0, to: arrivals.count, by: share) {
                group.addTask {
                    (start, arrivals[start..<min(start + share, arrivals.count)].map { self.read($0) })
                }
            }
            var parts: [(Int, [ArrivalReading])] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }

    func read(_ arrival: Arrival) -> ArrivalReading {
        switch arrival.content {
        case .message(let message): read(message, arrival, form: .message)
        case .tooLarge(let headers, let size): read(headers, arrival, form: .tooLarge(size: size))
        case .unreadable(let bytes, let reason): unreadable(bytes, reason, arrival)
        }
    }

    private func read(_ message: Message, _ arrival: Arrival, form: ArrivalReading.Form) -> ArrivalReading {
        let authorship = Authorship(of: message, for: profile)
        let author = authorship.author ?? missing
        let identity = hashes.identity(of: message)
        let messageID = message.messageID
        let bounce = message.bounce
        let content = content(of: message, authorship, form)
        return ArrivalReading(
            uid: arrival.uid, receivedAt: arrival.receivedAt, form: form, message: message, authorship: authorship,
            author: author, authorIndex: hashes.address(author),
            messageHash: messageID.map(hashes.messageID) ?? identity,
            identity: identity, answered: answered(by: message), replyTokens: replyTokens(in: message),
            isPlusAddressed: recipients(of: message).contains { ReplyToken.find(in: $0, of: profile.address) != nil },
            subjectTag: SubjectTag.find(in: message.subject ?? ""), hasLoopToken: hasLoopToken(message),
            unsubscribe: unsubscribe(message), returned: bounce?.returnedMessageID.map(hashes.messageID),
            returnedReference: bounce?.returnedListUnsubscribe.flatMap(reference),
            suppressionHashes: hashes.suppression(author, group: profile.suppressionGroup),
            content: content, attachments: attachments(of: message, form), unpacked: unpacked(from: message, form),
            askedRight: askedRight(in: content),
            canMakePerson: bounce == nil && !hasLoopToken(message) && unsubscribe(message).isNone,
            blockedSender: BlockedSender(authorship.author, hashes))
    }

    /// P10: nobody parses it again, so nothing is known of it but that it is there.
    private func unreadable(
        _ bytes: [UInt8], _ reason: QuarantineReason, _ arrival: Arrival
    ) -> ArrivalReading {
        let identity = hashes.identity(ofRaw: bytes)
        return ArrivalReading(
            uid: arrival.uid, receivedAt: arrival.receivedAt, form: .unreadable(bytes: bytes, reason: reason),
            message: nil, authorship: nil, author: missing, authorIndex: hashes.address(missing),
            messageHash: identity, identity: identity, answered: [], replyTokens: [], isPlusAddressed: false,
            subjectTag: nil, hasLoopToken: false, unsubscribe: .none, returned: nil, returnedReference: nil,
            suppressionHashes: [],
            content: MessageContent(
                author: "", subject: "A mail that could not be read", text: "It is kept sealed; \(reason.rawValue).",
                remarks: ["unreadable"]),
            attachments: [], unpacked: [], askedRight: nil, canMakePerson: true,
            blockedSender: BlockedSender(nil, hashes))
    }

    /// Quotes are taken out only where something was found, because hardly any mail is a request.
    private func askedRight(in content: MessageContent) -> RightsRequest.Right? {
        guard content.automaticReason == nil,
            RightsRecognition.right(subject: content.subject, text: content.text) != nil
        else { return nil }
        let written = QuoteFolding(content.text, subject: content.subject).written
        return RightsRecognition.right(subject: content.subject, text: written)
    }

    /// In-Reply-To, then References newest first (mission.md §3.6), each once.
    private func answered(by message: Message) -> [[UInt8]] {
        var seen: Set<MessageID> = []
        var found: [[UInt8]] = []
        for id in message.inReplyTo + message.references.reversed() where seen.insert(id).inserted {
            found.append(hashes.messageID(id))
            if found.count >= Desk.Limits.referencesLookedAt { break }
        }
        return found
    }

    private func replyTokens(in message: Message) -> [[UInt8]] {
        var tokens: [[UInt8]] = []
        for address in recipients(of: message) {
            guard let token = ReplyToken.find(in: address, ofOneOf: ownAddresses) else { continue }
            tokens.append(hashes.replyToken(token))
            if tokens.count >= Desk.Limits.referencesLookedAt { break }
        }
        return tokens
    }

    private func recipients(of message: Message) -> [EmailAddress] {
        (message.to + message.cc).compactMap(\.email)
            + ["Delivered-To", "X-Original-To"].flatMap { message.headers($0).compactMap { EmailAddress($0) } }
    }

    private func hasLoopToken(_ message: Message) -> Bool {
        message.rawHeaders("X-Ticketd-Loop").contains { $0.contains(loopToken) }
    }

    private func unsubscribe(_ message: Message) -> IntakeContext.UnsubscribeRequest {
        guard let token = UnsubscribeSubject.token(in: message.subject ?? "") else { return .none }
        guard let bytes = Base64URL.decode(token), let claim = keys.openUnsubscribe(bytes), claim.kind != .undo else {
            return .unknownToken
        }
        return .claim(claim)
    }

    /// RFC 6590 lets a provider hide whom a complaint is about; our own link still says it.
    private func reference(in listUnsubscribe: String) -> UInt64? {
        for piece in listUnsubscribe.split(whereSeparator: { "/?=<>, %".contains($0) }) where piece.utf8.count == 80 {
            if let bytes = Base64URL.decode(piece), let claim = keys.openUnsubscribe(bytes) { return claim.message }
        }
        return nil
    }

    private func content(
        of message: Message, _ authorship: Authorship, _ form: ArrivalReading.Form
    ) -> MessageContent {
        switch form {
        case .tooLarge(let size):
            var content = MessageContent(ofHeaders: message, authorship: authorship, size: size, remarks: [])
            content.subject = scrubbed(content.subject)
            return content
        case .message, .unreadable:
            return MessageContent(of: message, authorship: authorship, remarks: [], scrub: scrubbed)
        }
    }

    private func unpacked(from message: Message, _ form: ArrivalReading.Form) -> [UnpackedFile] {
        guard case .message = form else { return [] }
        return message.unpackedFiles.filter { !$0.isNested }
    }

    /// What stands inside an attached message is stored with it and not a second time.
    private func attachments(of message: Message, _ form: ArrivalReading.Form) -> [Attachment] {
        guard case .message = form else { return [] }
        return message.attachments.filter { !$0.isNested }
    }

    private func scrubbed(_ text: String) -> String {
        scrubber?.scrub(text).text ?? text
    }
}

extension IntakeContext.UnsubscribeRequest {
    fileprivate var isNone: Bool {
        if case .none = self { true } else { false }
    }
}
