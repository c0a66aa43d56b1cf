import Foundation
package import Mail
package import Vault

/// Turns a letter into final bytes: mints its ids and tokens, writes the footer with the way out, composes, proves.
///
/// Pure but for chance and the clock, which come in. The bytes are made once, at enqueue, and are sent verbatim
/// however often it takes.
package struct Dispatch: Sendable {
    package let settings: DeskSettings
    package let keys: KeyRing
    package let world: World

    package init(settings: DeskSettings, keys: KeyRing, world: World) {
        self.settings = settings
        self.keys = keys
        self.world = world
    }

    package enum Failure: Error, Sendable, Equatable {
        case composition(CompositionFailure)
        case vault(VaultFailure)
        /// The finished bytes did not prove to carry their link. Nothing leaves.
        case unprovable

        package var isTransient: Bool { false }
    }

    /// The token that marks every mail of this installation, so that it knows its own when it comes back.
    package static func loopToken(of keys: KeyRing) -> String {
        Base32.encode(Array(keys.capabilityHash(keys.instance.bytes, label: "loop").prefix(16)))
    }

    package func prepare(_ original: Letter) throws(Failure) -> PreparedMail {
        var letter = original
        letter.recipient = letter.recipient.withASCIIDomain
        let entry = OutboxEntryID(from: world)
        let idToken = Base32.encode(world.randomBytes(16))
        let replyToken = Base32.encode(world.randomBytes(16))
        let from = letter.sender ?? letter.mailbox.address
        guard let messageID = MessageID("\(idToken)@\(from.domain)"),
            let link = try unsubscribeLink(for: letter, entry: entry)
        else { throw .unprovable }

        let composition = Composition(
            from: Composition.Mailbox(name: settings.serviceName, address: from),
            to: Composition.Mailbox(name: letter.recipientName.map(HeaderText.name), address: letter.recipient),
            replyTo: letter.mailbox.usesPlusAddressing && letter.mailClass != .staff
                ? letter.mailbox.address.tagged(ReplyToken.prefix + replyToken) : nil,
            subject: HeaderText.line(letter.subject), date: world.now(), messageID: messageID,
            inReplyTo: letter.inReplyTo,
            references: letter.references, text: try body(of: letter, entry: entry), footer: footer(of: letter),
            unsubscribe: link,
            automatic: letter.mailClass.isAutomatic ? (letter.inReplyTo == nil ? .generated : .replied) : nil,
            attachments: letter.attachments, language: letter.language.rawValue,
            threadTopic: letter.threadTopic.flatMap(HeaderText.copied),
            threadIndex: letter.threadIndex, boundarySeed: world.randomBytes(16),
            loopToken: Self.loopToken(of: keys))
        let bytes: [UInt8]
        do throws(CompositionFailure) {
            bytes = try MessageComposer().compose(composition)
        } catch {
            throw .composition(error)
        }
        let signed = try MailSigner(identities: settings.signing).sign(bytes, from: from, at: world.now())
        let sender: EnvelopeSender =
            letter.mailClass.isAutomatic && letter.mailbox.usesNullSender ? .null : .address(from)
        guard
            let outbound = Outbound(
                sender: sender, recipient: letter.recipient, mailbox: letter.mailbox.name, bytes: signed,
                unsubscribe: link)
        else { throw .unprovable }
        var prepared = PreparedMail(
            entry: entry, mailClass: letter.mailClass, messageID: messageID,
            messageIDHash: keys.messageIDHash(Array(messageID.value.utf8)),
            replyTokenHash: ReplyToken.hash(of: replyToken, keys: keys), outbound: outbound)
        if letter.isFirstContact { prepared.notice = PrivacyNotice(settings, in: letter.language) }
        return prepared
    }

    /// One token for each place, so that a leaked header does not give away the link in the body.
    private func unsubscribeLink(
        for letter: Letter, entry: OutboxEntryID
    ) throws(Failure) -> UnsubscribeLink? {
        let header = try token(.header, for: letter, entry: entry)
        let body = try token(.body, for: letter, entry: entry)
        let mailto = try token(.mailto, for: letter, entry: entry)
        return UnsubscribeLink(
            headerURL: "\(settings.publicURL)/u/\(header)", bodyURL: "\(settings.publicURL)/u/\(body)",
            mailto: letter.mailbox.address, mailtoSubject: UnsubscribeSubject.text(token: mailto))
    }

    private func token(_ kind: UnsubscribeClaim.Kind, for letter: Letter, entry: OutboxEntryID) throws(Failure)
        -> String
    {
        // A link in mail to staff opens their settings and never touches the same address as a customer (mail.md, M7).
        let isStaff = letter.mailClass == .staff
        let scope: UnsubscribeScope = isStaff ? .notices : .everything
        let identity =
            isStaff
            ? StaffIdentity.text(of: letter.recipient)
            : SuppressionIdentity.text(
                address: letter.recipient.normalized, group: letter.mailbox.suppressionGroup)
        do throws(VaultFailure) {
            guard let newest = keys.suppressionHashes(ofAddress: identity).first,
                let claim = UnsubscribeClaim(
                    kind: kind, scope: scope.rawValue, message: entry.object.low,
                    suppression: newest.hash, suppressionVersion: newest.version)
            else { throw VaultFailure.keyMissing }
            return Base64URL.encode(try keys.sealUnsubscribe(claim))
        } catch {
            throw .vault(error)
        }
    }

    private func body(of letter: Letter, entry: OutboxEntryID) throws(Failure) -> String {
        var paragraphs = [letter.text]
        if let date = letter.unsubscribedOn {
            let undo = "\(settings.publicURL)/u/\(try token(.undo, for: letter, entry: entry))"
            paragraphs.append(
                Phrase.wroteAgain.text(in: letter.language, ["date": DayText.of(date), "link": undo]))
        }
        if letter.isFirstContact {
            // Art. 21(4): the right to object stands apart from all other information: a paragraph of its own above the
            // rule, not a clause of the footer.
            paragraphs.append(
                Phrase.rightToObject.text(in: letter.language, ["address": settings.controller.email]))
        }
        return paragraphs.joined(separator: "\n\n")
    }

    private func footer(of letter: Letter) -> String {
        let language = letter.language
        guard letter.mailClass != .staff else {
            return [
                Phrase.footerStaff.text(in: language, ["service": settings.serviceName]),
                Phrase.footerPrivacy.text(in: language, ["link": settings.privacyNoticeURL]),
                Phrase.footerNotices.text(in: language),
            ].joined(separator: "\n")
        }
        // Art. 14(2)(f): whoever was copied in, or is written to first, did not write to us and is told where we have
        // the address from.
        let reason: Phrase =
            if letter.mailClass == .requestedLink {
                .footerRequested
            } else if letter.isForwarded {
                .footerForwarded
            } else if letter.mailClass == .carbonCopy {
                .footerCopied
            } else {
                letter.isUnasked ? .footerUnasked : .footerReason
            }
        var lines = [
            reason.text(
                in: language, ["address": letter.mailbox.address.text, "service": settings.serviceName]),
            Phrase.footerPrivacy.text(in: language, ["link": settings.privacyNoticeURL]),
        ]
        if letter.isFirstContact { lines.append(Phrase.footerFacts.text(in: language, ["link": settings.factsURL])) }
        // Art. 38(4): who may be asked about one's data, in the first mail and in each one that the law requires.
        if letter.isFirstContact || letter.mailClass == .legallyRequired, let officer = settings.dataProtectionOfficer {
            let contact = [officer.name, officer.email, officer.phone].filter { !$0.isEmpty }
            if !contact.isEmpty {
                lines.append(
                    Phrase.footerOfficer.text(in: language, ["contact": contact.joined(separator: ", ")]))
            }
        }
        return (lines + [Phrase.footerUnsubscribe.text(in: language)]).joined(separator: "\n")
    }
}
