import Foundation
import Synchronization

/// A scripted SMTP submission server on 127.0.0.1, plain text only, that behaves well until told otherwise and keeps
/// every message it took, with the moment it took it.
package final class SMTPLoopback: Sendable {
    package struct Captured: Sendable {
        package let sender: String
        package let recipients: [String]
        /// After undoing the dot-stuffing, with the last CRLF.
        package let bytes: [UInt8]
        package let messageID: String?
        /// Nanoseconds since start-up.
        package let takenAt: UInt64
    }

    struct State: Sendable {
        var extensions = ["PIPELINING", "SIZE 10485760", "8BITMIME", "DSN", "ENHANCEDSTATUSCODES", "AUTH PLAIN LOGIN"]
        var user = "desk"
        var password = "secret"
        var misbehaviour = SMTPMisbehaviour()
        var used: [String: Int] = [:]
        var captured: [Captured] = []
        var connections = 0
        /// Where every message taken is delivered, and whose verdict it bears there.
        var mailbox: IMAPLoopback?
        var headers = ""
        var date: String?
        var loses: Set<Character> = []
    }

    let state = Mutex(State())
    package let log: EventLog
    private let listener: LoopbackListener

    package init(log: EventLog = EventLog()) {
        self.log = log
        listener = LoopbackListener()
        listener.serve { [weak self] stream in
            guard let self else { return }
            SMTPConversation(server: self, stream: stream).run()
        }
    }

    package var port: UInt16 { listener.port }
    package var url: String { "smtp://127.0.0.1:\(port)" }
    package var captured: [Captured] { state.withLock { $0.captured } }
    package var connectionsMade: Int { state.withLock { $0.connections } }
    package var openConnections: Int { listener.connections }

    package func captured(messageID: String) -> [Captured] {
        captured.filter { $0.messageID == messageID }
    }

    package func stop() {
        listener.stop()
    }

    package func dropConnections() {
        listener.dropConnections()
    }

    package func misbehave(_ change: (inout SMTPMisbehaviour) -> Void) {
        state.withLock { state in
            change(&state.misbehaviour)
            state.used = [:]
        }
    }

    package func behave() {
        state.withLock { $0.misbehaviour = SMTPMisbehaviour() }
    }

    /// Delivers what it takes, as a provider does mail to itself, with these header lines above it. Mail to an address
    /// with one of `losing` in it is taken and never seen again.
    package func deliver(
        to mailbox: IMAPLoopback, under headers: String = "", dated date: String? = nil, losing: Set<Character> = []
    ) {
        state.withLock { state in
            state.mailbox = mailbox
            state.headers = headers
            state.date = date
            state.loses = losing
        }
    }

    func forward(_ bytes: [UInt8], to recipients: [String]) {
        let now = state.withLock { $0 }
        guard let mailbox = now.mailbox, !recipients.contains(where: { !now.loses.isDisjoint(with: $0) }) else {
            return
        }
        let whole = Array(now.headers.utf8) + bytes
        if let date = now.date { mailbox.deliver(whole, internalDate: date) } else { mailbox.deliver(whole) }
    }

    package func setExtensions(_ names: [String]) {
        state.withLock { $0.extensions = names }
    }
}
