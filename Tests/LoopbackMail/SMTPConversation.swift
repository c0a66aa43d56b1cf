import Foundation
import Synchronization

/// One connection to the SMTP test server.
final class SMTPConversation {
    private let server: SMTPLoopback
    private let stream: LoopbackStream
    private var sender: String?
    private var recipients: [String] = []

    init(server: SMTPLoopback, stream: LoopbackStream) {
        self.server = server
        self.stream = stream
        let misbehaviour = server.state.withLock { state in
            state.connections += 1
            return state.misbehaviour
        }
        if let cut = misbehaviour.breakAfter { stream.breakAfter = (cut.bytes, Self.how(cut.ending)) }
    }

    func run() {
        guard reply("GREETING", "220 loopback ESMTP") else { return }
        while stream.isOpen, let line = stream.readLine() {
            let text = String(decoding: line, as: UTF8.self)
            let verb = String(text.prefix { $0 != " " }).uppercased()
            server.log.note(verb == "AUTH" ? verb : text)
            guard execute(verb, text) else { return }
        }
    }

    /// False ends the connection.
    private func execute(_ verb: String, _ text: String) -> Bool {
        switch verb {
        case "EHLO":
            reset()
            let names = ["loopback"] + server.state.withLock { $0.extensions }
            let lines = names.enumerated().map { "250\($0.offset == names.count - 1 ? " " : "-")\($0.element)" }
            return reply("EHLO", lines.joined(separator: "\r\n"))
        case "AUTH": return reply("AUTH", authenticate(text))
        case "MAIL":
            let refuses = server.state.withLock { $0.misbehaviour.refusesNullSender } && Self.path(text).isEmpty
            let accepted = reply("MAIL", refuses ? "550 5.7.1 who are you" : "250 2.1.0 ok")
            if lastCode < 400 { sender = Self.path(text) }
            return accepted
        case "RCPT":
            guard sender != nil else { return reply("RCPT", "503 5.5.1 MAIL first") }
            let refused = server.state.withLock { $0.misbehaviour.refusedRecipients }
            let isRefused = !refused.isDisjoint(with: Self.path(text))
            let accepted = reply("RCPT", isRefused ? "550 5.1.1 no such user" : "250 2.1.5 ok")
            if lastCode < 400 { recipients.append(Self.path(text)) }
            return accepted
        case "DATA":
            guard sender != nil, !recipients.isEmpty else { return reply("DATA", "503 5.5.1 no valid recipients") }
            guard reply("DATA", "354 go ahead") else { return false }
            return lastCode == 354 ? takeMessage() : true
        case "RSET":
            reset()
            return reply("RSET", "250 2.0.0 ok")
        case "NOOP": return reply("NOOP", "250 2.0.0 ok")
        case "QUIT":
            _ = reply("QUIT", "221 2.0.0 bye")
            stream.close()
            return false
        default: return reply(verb, "502 5.5.2 unknown")
        }
    }

    private func takeMessage() -> Bool {
        let limit = server.state.withLock { $0.misbehaviour.breaksInBodyAfter }
        var bytes: [UInt8] = []
        while let line = stream.readLine() {
            if line == [0x2E] {
                server.log.note("DOT")
                return finish(bytes)
            }
            bytes += (line.first == 0x2E ? line.dropFirst() : line[...]) + [0x0D, 0x0A]
            if let limit, bytes.count >= limit {
                stream.close()
                return false
            }
        }
        return false
    }

    private func finish(_ bytes: [UInt8]) -> Bool {
        let isRefused = server.state.withLock { state in
            (state.misbehaviour.replies["DOT"]?.first ?? "2") != "2"
        }
        if !isRefused {
            let captured = SMTPLoopback.Captured(
                sender: sender ?? "", recipients: recipients, bytes: bytes, messageID: Self.messageID(of: bytes),
                takenAt: DispatchTime.now().uptimeNanoseconds)
            server.state.withLock { $0.captured.append(captured) }
            server.forward(bytes, to: recipients)
        }
        reset()
        return reply("DOT", "250 2.0.0 queued as 1")
    }

    private var lastCode = 0

    private func reply(_ verb: String, _ standard: String) -> Bool {
        let (misbehaviour, count) = server.state.withLock { state in
            state.used[verb, default: 0] += 1
            return (state.misbehaviour, state.used[verb] ?? 0)
        }
        if let wait = misbehaviour.slowMilliseconds[verb] { usleep(wait * 1_000) }
        if let broken = misbehaviour.breaksAt, broken.verb == verb {
            switch broken.ending {
            case .close: stream.close()
            case .reset: stream.reset()
            case .silence:
                while stream.readLine() != nil {}
            }
            return false
        }
        let isReplaced = misbehaviour.times.map { count <= $0 } ?? true
        let text = (isReplaced ? misbehaviour.replies[verb] : nil) ?? standard
        lastCode = Int(text.split(separator: "\r\n").last?.prefix(3) ?? "") ?? 0
        stream.write(text + "\r\n")
        if lastCode == 421 {
            stream.close()
            return false
        }
        return stream.isOpen
    }

    private func authenticate(_ text: String) -> String {
        let words = text.split(separator: " ").map(String.init)
        let right = server.state.withLock { ["", $0.user, $0.password] }
        if words.count > 1, ["XOAUTH2", "OAUTHBEARER"].contains(words[1].uppercased()) {
            let bearer = BearerResponse(mechanism: words[1], encoded: words.count > 2 ? words[2] : ask(""))
            if bearer?.user == right[1], bearer?.token == right[2] { return "235 2.7.0 welcome" }
            _ = ask(BearerResponse.refusal)
            return "535 5.7.8 no"
        }
        var given: [String] = []
        if words.count > 1, words[1].uppercased() == "PLAIN" {
            let encoded = words.count > 2 ? words[2] : ask("")
            let parts = Data(base64Encoded: encoded)?.split(separator: 0, omittingEmptySubsequences: false) ?? []
            given = parts.map { String(decoding: $0, as: UTF8.self) }
        } else {
            given =
                [""]
                + [ask("VXNlcm5hbWU6"), ask("UGFzc3dvcmQ6")].map { encoded in
                    String(decoding: Data(base64Encoded: encoded) ?? Data(), as: UTF8.self)
                }
        }
        return given == right ? "235 2.7.0 welcome" : "535 5.7.8 no"
    }

    private func ask(_ prompt: String) -> String {
        stream.write("334 \(prompt)\r\n")
        return String(decoding: stream.readLine() ?? [], as: UTF8.self)
    }

    private func reset() {
        sender = nil
        recipients = []
    }

    private static func how(_ ending: SMTPMisbehaviour.Ending) -> LoopbackStream.Break {
        switch ending {
        case .close: .close
        case .reset: .reset
        case .silence: .silence
        }
    }

    private static func path(_ text: String) -> String {
        guard let open = text.firstIndex(of: "<"), let end = text[open...].lastIndex(of: ">") else { return "" }
        return String(text[text.index(after: open)..<end])
    }

    private static func messageID(of bytes: [UInt8]) -> String? {
        for line in bytes.split(separator: 0x0A) {
            let text = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            if text.isEmpty { return nil }
            if text.lowercased().hasPrefix("message-id:") {
                return text.dropFirst(11).trimmingCharacters(in: CharacterSet(charactersIn: " <>"))
            }
        }
        return nil
    }
}
