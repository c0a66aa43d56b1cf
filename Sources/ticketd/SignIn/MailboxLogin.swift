import Desk
import Foundation
import Web

/// The dialogue of `ticketd mailboxes login`: begins, shows what to do, waits until it is done.
struct MailboxLogin {
    let client: AdminClient
    let mailbox: String
    let isPasted: Bool

    /// Between two questions to our own daemon.
    static let pause = Duration.milliseconds(500)

    func run(port: UInt16?) async throws -> APISignIn {
        let redirect = isPasted ? nil : LoopbackRedirect(port: port ?? 0)
        defer { redirect?.close() }
        if !isPasted, redirect == nil {
            throw OperatorError(
                "the port cannot be listened on", thing: "127.0.0.1:\(port ?? 0)",
                remedy: "Name a free one with --port, or use --paste.", exitCode: .unavailable)
        }
        let body = SignInBody(redirectPort: Int(redirect?.port ?? port ?? Self.pastePort))
        let begun = try await client.json(
            .post, "/api/v1/mailboxes/\(mailbox)/login", APISignIn.self, body: try client.encode(body))
        guard let prompt = begun.prompt else {
            guard begun.state == "signed-in", !begun.attemptFailed else {
                throw SignInText.refusal(begun, of: mailbox)
            }
            return begun
        }
        guard let state = prompt.state else {
            show(device: prompt)
            return try await waited()
        }
        show(page: prompt, port: redirect?.port)
        return try await finished(try await answer(redirect, state: state, until: prompt.until))
    }

    /// Where nobody listens; the browser fails to open it, and its address line has what we need.
    static let pastePort: UInt16 = 8_026

    private func show(device prompt: APISignIn.Prompt) {
        Terminal.warn("Open this page in any browser and sign in as the mailbox's user:")
        Terminal.warn("  " + Output.safeLine(prompt.url))
        Terminal.warn("and type this code:  " + Output.safeLine(prompt.userCode ?? ""))
        if let page = prompt.completeURL { Terminal.warn("or open it with the code: " + Output.safeLine(page)) }
        Terminal.warn("Waiting until \(TicketText.day(prompt.until)) …")
    }

    private func show(page prompt: APISignIn.Prompt, port: UInt16?) {
        Terminal.warn("Open this address in a browser and sign in as the mailbox's user:")
        Terminal.warn("  " + Output.safeLine(prompt.url))
        if let port {
            Terminal.warn("It comes back to 127.0.0.1:\(port) on this machine. If the browser is elsewhere:")
            Terminal.warn("  ssh -L \(port):127.0.0.1:\(port) THIS-MACHINE    (or use --paste)")
        } else {
            Terminal.warn("The browser will end at an address that does not open. Copy it from its address line.")
        }
    }

    private func answer(
        _ redirect: LoopbackRedirect?, state: String, until end: Date
    ) async throws -> RedirectAnswer {
        if let redirect {
            let world = World.live()
            while world.now() < end {
                if let answer = redirect.accept(state: state) { return answer }
                try await world.sleep(.milliseconds(50))
            }
        } else if let line = Terminal.ask("Address:"), let answer = RedirectAnswer(address: line) {
            guard answer.state == state else {
                throw OperatorError(
                    "the address does not belong to this sign-in", thing: "mailbox \(mailbox)",
                    remedy: "Run the command again and use the page it prints then.", exitCode: .usage)
            }
            return answer
        }
        throw OperatorError(
            "no answer came from the browser", thing: "mailbox \(mailbox)",
            remedy: "Run the command again; from another machine use ssh -L or --paste.", exitCode: .unavailable)
    }

    private func finished(_ answer: RedirectAnswer) async throws -> APISignIn {
        let body = SignInAnswerBody(state: answer.state, code: answer.code)
        let done = try await client.json(
            .post, "/api/v1/mailboxes/\(mailbox)/login/answer", APISignIn.self, body: try client.encode(body))
        guard done.state == "signed-in", !done.attemptFailed else { throw SignInText.refusal(done, of: mailbox) }
        return done
    }

    private func waited() async throws -> APISignIn {
        let world = World.live()
        while true {
            try await world.sleep(Self.pause)
            let now = try await client.json(.get, "/api/v1/mailboxes/\(mailbox)/login", APISignIn.self)
            if now.prompt != nil { continue }
            guard now.state == "signed-in", !now.attemptFailed else { throw SignInText.refusal(now, of: mailbox) }
            return now
        }
    }
}
