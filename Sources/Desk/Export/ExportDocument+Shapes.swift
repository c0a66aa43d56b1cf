import Foundation
import Mail

/// The shapes of `data.json`. Each field stands in `ExportSchema`; a test compares the two.
extension ExportDocument {
    struct Head: Encodable {
        var format: String
        var version: Int
        var id: String
        var kind: String
        var createdAt: String
        var language: String
        var service: String
        var controller: Controller?
        var information: [Information]?
        var person: Person
        var tickets: [Ticket]
        var unsubscribes: [Wish]?
        var resubscribes: [Lift]?
        var requests: [Request]
        var erasures: [Erased]?
        var exports: [Copy]?
        var restrictions: [Restricted]?
        var holds: [Held]?
        var disclosures: [Shared]?
        var recipientNotices: [Told]?
        var consents: [Consent]?
        var statements: [Stated]?
        var notices: [Notice]?
        var reads: [Read]?
        var originals: [Original]?
    }

    struct Tail: Encodable {
        var drafts: [Draft]?
        var redactions: [Redaction]
    }

    struct Controller: Encodable {
        var name: String
        var address: String
        var email: String

        init(_ controller: Desk.Controller) {
            name = controller.name
            address = controller.address
            email = controller.email
        }
    }

    struct Information: Encodable {
        var title: String
        var paragraphs: [String]
    }

    struct Person: Encodable {
        var address: String?
        var name: String?
        var firstSeenAt: String
        var informed: Bool
        var undeliverable: Bool

        init(_ subject: ExportSubject) {
            address = subject.person.address?.text
            name = subject.person.name
            firstSeenAt = ExportMoment.text(subject.firstSeenAt)
            informed = subject.isInformed
            undeliverable = subject.isUndeliverable
        }
    }

    struct Ticket: Encodable {
        var number: Int64
        var mailbox: String
        var yours: Bool
        var subject: String?
        var status: String
        var tags: [String]?
        var labels: [String]?
        var createdAt: String
        var updatedAt: String
        var closedAt: String?
        var expiresAt: String?

        /// Tags and labels are what staff made of it, and nothing the person provided.
        init(_ ticket: ExportedTicket, _ kind: Export.Kind, expiresAt expiry: Date?) {
            number = ticket.number.value
            mailbox = ticket.mailbox.value
            yours = ticket.isOfPerson
            subject = ticket.subject
            status = ticket.status.rawValue
            if kind == .access {
                tags = ticket.tags
                labels = ticket.labels.map(\.rawValue)
            }
            createdAt = ExportMoment.text(ticket.createdAt)
            updatedAt = ExportMoment.text(ticket.updatedAt)
            closedAt = ticket.closedAt.map(ExportMoment.text)
            expiresAt = expiry.map(ExportMoment.text)
        }
    }

    struct Wish: Encodable {
        var group: String
        var ticket: Int64?
        var scope: [String]
        var since: String
        var source: String

        init(_ wish: ExportSubject.Wish) {
            group = wish.group
            ticket = wish.ticket?.value
            scope = wish.scope.exportWords
            since = ExportMoment.text(wish.since)
            source = wish.source
        }
    }

    struct Lift: Encodable {
        var group: String
        var at: String
        var evidence: String

        init(_ lift: ExportSubject.Lift) {
            group = lift.group
            at = ExportMoment.text(lift.at)
            evidence = lift.evidence
        }
    }

    struct Request: Encodable {
        var reference: String
        var right: String
        var channel: String
        var receivedAt: String
        var state: String
        var wording: String
        var contact: String?
        var ticket: Int64?
        var decision: String?
        var reasons: String?
        var decidedAt: String?

        init(_ request: RightsRequest) {
            reference = request.reference
            right = request.right.rawValue
            channel = request.channel.rawValue
            receivedAt = ExportMoment.text(request.receivedAt)
            state = request.state.rawValue
            wording = request.wording
            contact = request.contact
            ticket = request.ticket?.value
            decision = request.decision?.word
            reasons = request.decision?.reasons
            decidedAt = request.decidedAt.map(ExportMoment.text)
        }
    }

    struct Erased: Encodable {
        var id: String
        var state: String
        var askedAt: String

        init(_ erasure: Erasure) {
            id = erasure.id.hex
            state = erasure.state.rawValue
            askedAt = ExportMoment.text(erasure.askedAt)
        }
    }

    struct Copy: Encodable {
        var id: String
        var kind: String
        var askedAt: String
        var state: String

        init(_ export: Export) {
            id = export.id.hex
            kind = export.kind.rawValue
            askedAt = ExportMoment.text(export.askedAt)
            state = export.state.rawValue
        }
    }

    struct Restricted: Encodable {
        var ground: String
        var since: String

        init(_ restriction: Restriction) {
            ground = restriction.ground.rawValue
            since = ExportMoment.text(restriction.since)
        }
    }

    struct Held: Encodable {
        var article: String
        var since: String
        var liftedAt: String?

        init(_ hold: LegalHold) {
            article = hold.ground.article
            since = ExportMoment.text(hold.setAt)
            liftedAt = hold.liftedAt.map(ExportMoment.text)
        }
    }

    struct Shared: Encodable {
        var recipient: String?
        var kind: String
        var at: String
        var ticket: Int64
        var reason: String?
        var basis: String?
        var files: Int
        var state: String

        init(_ disclosure: Disclosure) {
            recipient = disclosure.recipient?.text
            kind = disclosure.kind.rawValue
            at = ExportMoment.text(disclosure.at)
            ticket = disclosure.ticket.value
            reason = disclosure.reason
            basis = disclosure.basis
            files = disclosure.files
            state = disclosure.state.publicName
        }
    }

    struct Read: Encodable {
        var day: String
        var ticket: Int64
        var hours: Int
        var by: String
        var purpose: String

        init(_ read: ExportSubject.Read) {
            day = DayText.of(read.day)
            ticket = read.ticket.value
            hours = read.hours
            by = read.reader.rawValue
            purpose = "ticket"
        }
    }

    struct Original: Encodable {
        var path: String
        var ticket: Int64
        var at: String
        var size: Int

        init(_ original: ExportSubject.Original) {
            path = ExportPath.original(original)
            ticket = original.ticket.value
            at = ExportMoment.text(original.at)
            size = original.size
        }
    }

    struct Draft: Encodable {
        var ticket: Int64
        var savedAt: String
        var text: String
    }

    struct Redaction: Encodable {
        var what: String
        var ticket: Int64
        var position: Int64?
        var count: Int

        init(_ redaction: ExportRedaction) {
            what = redaction.what.rawValue
            ticket = redaction.ticket.value
            position = redaction.position
            count = redaction.count
        }
    }
}

extension UnsubscribeScope {
    /// The bits as words.
    var exportWords: [String] {
        let words: [(UnsubscribeScope, String)] = [
            (.ticket, "ticket"), (.automatic, "automatic"), (.marketing, "marketing"),
            (.dropRequest, "drop-request"), (.notices, "notices"),
        ]
        return words.filter { contains($0.0) }.map(\.1)
    }
}
