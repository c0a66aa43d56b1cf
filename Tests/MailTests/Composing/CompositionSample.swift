import Foundation
import Testing

@testable import Mail

/// A mail as the desk would describe it, for tests to change one thing of.
enum CompositionSample {
    static let token = String(repeating: "aB3-_x7Q", count: 10)

    static func link(header: String = "AQh" + token.dropFirst(3), body: String = "AQb" + token.dropFirst(3)) throws
        -> UnsubscribeLink
    {
        try #require(
            UnsubscribeLink(
                headerURL: "https://help.example.org/u/\(header)", bodyURL: "https://help.example.org/u/\(body)",
                mailto: address("support@example.org"), mailtoSubject: "unsubscribe \(token)"))
    }

    static func address(_ text: String) throws -> EmailAddress { try #require(EmailAddress(text)) }

    static func make() throws -> Composition {
        Composition(
            from: .init(name: "Example Support", address: try address("support@example.org")),
            to: .init(name: "Jörg Müller", address: try address("joerg@example.net")),
            replyTo: try address("support+t.abcdefghijklmnopqrstuvwxyz@example.org"),
            subject: "Re: Ihre Bestellung", date: Date(timeIntervalSince1970: 1_700_000_000),
            messageID: try #require(MessageID("4kq7.a@example.org")), inReplyTo: MessageID("parent@example.net"),
            references: [MessageID("ticket@example.org"), MessageID("parent@example.net")].compactMap { $0 },
            text: "Guten Tag,\n\nvielen Dank für Ihre Nachricht.\n\nMit freundlichen Grüßen",
            footer: "Sie möchten keine Mails mehr von uns?", unsubscribe: try link(), language: "de",
            boundarySeed: Array(0..<16), loopToken: "loop-token-1")
    }
}
