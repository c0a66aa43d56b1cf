import Foundation

/// An export for programs: `data.json`, whose fields `schema.json` describes (`ExportSchema`).
///
/// It is written in three parts, because the middle one, the messages, is as long as it is: what is said before them,
/// one line a message, what is known only after them.
struct ExportDocument: Sendable {
    let export: Export
    let subject: ExportSubject
    let settings: DeskSettings
    let createdAt: Date

    /// Up to the opening bracket of the messages.
    func head() -> [UInt8] {
        var head = Head(
            format: "ticketd-export", version: 1, id: export.id.hex, kind: export.kind.rawValue,
            createdAt: ExportMoment.text(createdAt), language: settings.language.rawValue,
            service: settings.serviceName, person: Person(subject),
            tickets: subject.tickets.map { Ticket($0, export.kind, expiresAt: settings.expiry(of: $0)) },
            requests: subject.requests.map { Request($0) })
        if export.kind == .access {
            head.controller = Controller(settings.controller)
            head.information = PrivacyNotice(settings, in: settings.language).sections.map {
                Information(title: $0.title, paragraphs: $0.paragraphs)
            }
            head.unsubscribes = subject.wishes.map { Wish($0) }
            head.resubscribes = subject.lifts.map { Lift($0) }
            head.erasures = subject.erasures.map { Erased($0) }
            head.exports = subject.exports.map { Copy($0) }
            head.restrictions = subject.restrictions.map { Restricted($0) }
            head.holds = subject.holds.map { Held($0) }
            head.disclosures = subject.disclosures.map { Shared($0) }
            head.recipientNotices = subject.recipientNotices.map { Told($0) }
            head.consents = subject.consents.map { Consent($0, subject.purposes) }
            head.statements = subject.statements.map { Stated($0) }
            head.notices = subject.notices.map { Notice($0) }
            head.reads = subject.reads.map { Read($0) }
            head.originals = subject.originals.map { Original($0) }
        }
        var bytes = encoded(head)
        bytes.removeLast()
        bytes += ",\"messages\":[".utf8
        return bytes
    }

    /// One message with what separates it from the one before.
    func line(_ message: ShownMessage, isFirst: Bool) -> [UInt8] {
        Array((isFirst ? "\n" : ",\n").utf8) + encoded(Message(message))
    }

    /// From the closing bracket of the messages on.
    func tail(_ redactions: [ExportRedaction], drafts: [ExportSubject.Unsent]) -> [UInt8] {
        var tail = Tail(redactions: redactions.map { Redaction($0) })
        if export.kind == .access {
            tail.drafts = drafts.map {
                Draft(ticket: $0.ticket.value, savedAt: ExportMoment.text($0.savedAt), text: $0.text)
            }
        }
        return Array("\n],".utf8) + encoded(tail).dropFirst() + [UInt8(ascii: "\n")]
    }

    private func encoded(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(value))
        } catch {
            preconditionFailure("Texts, numbers and truth values can always be written as JSON.")
        }
    }
}
