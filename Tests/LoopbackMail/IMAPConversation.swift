import Foundation
import Synchronization

/// One connection to the IMAP test server: reads commands, writes replies, breaks as told.
final class IMAPConversation {
    let server: IMAPLoopback
    let stream: LoopbackStream
    var selected: String?
    var announced = 0
    private let pieces: Int?

    init(server: IMAPLoopback, stream: LoopbackStream) {
        self.server = server
        self.stream = stream
        let (misbehaviour, number) = server.state.withLock { state in
            state.connections += 1
            return (state.misbehaviour, state.connections)
        }
        pieces = misbehaviour.writesInPiecesOf
        if let cut = misbehaviour.breakAfter, number > misbehaviour.breaksFromConnection {
            let how: LoopbackStream.Break =
                switch cut.ending {
                case .close: .close
                case .reset: .reset
                case .silence: .silence
                }
            stream.breakAfter = (cut.bytes, how)
        }
    }

    var misbehaviour: IMAPMisbehaviour { server.state.withLock { $0.misbehaviour } }

    func run() {
        send(misbehaviour.greeting ?? "* OK [CAPABILITY \(capabilities)] ready")
        while stream.isOpen, let command = readCommand() {
            let words = command.split(separator: " ", maxSplits: 2).map(String.init)
            guard words.count >= 2 else {
                send("* BAD what")
                continue
            }
            var verb = words[1].uppercased()
            var rest = words.count > 2 ? words[2] : ""
            if verb == "UID" {
                let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
                verb += " " + (parts.first ?? "").uppercased()
                rest = parts.count > 1 ? parts[1] : ""
            }
            server.log.note(verb == "LOGIN" || verb == "AUTHENTICATE" ? verb : "\(verb) \(rest)")
            if misbehaviour.dropsAt == verb { return stream.close() }
            if verb == "LOGOUT" {
                send("* BYE farewell")
                send("\(words[0]) OK done")
                return stream.close()
            }
            let reply = misbehaviour.replies[verb] ?? execute(verb, rest, tag: words[0])
            for line in misbehaviour.unsolicited { send(line) }
            if let reply { send("\(words[0]) \(reply)") }
        }
    }

    func send(_ line: String) {
        send(Array(line.utf8) + [0x0D, 0x0A])
    }

    func send(_ bytes: [UInt8]) {
        guard let pieces, pieces > 0 else { return stream.write(bytes) }
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            stream.write(Array(bytes[start..<min(start + pieces, bytes.count)]))
        }
    }

    var capabilities: String { server.state.withLock { $0.capabilities }.joined(separator: " ") }

    /// Client literals are asked for with a continuation (RFC 3501 §7.5) and put in place as quoted text.
    private func readCommand() -> String? {
        var command = ""
        while let line = stream.readLine() {
            let text = String(decoding: line, as: UTF8.self)
            guard text.hasSuffix("}"), let open = text.lastIndex(of: "{"),
                let count = Int(text[text.index(after: open)...].dropLast().filter { $0 != "+" })
            else { return command + text }
            if !text.hasSuffix("+}") { send("+ go on") }
            guard let literal = stream.read(count) else { return nil }
            command += text[..<open] + "\"" + String(decoding: literal, as: UTF8.self) + "\""
        }
        return nil
    }

    private func execute(_ verb: String, _ rest: String, tag: String) -> String? {
        switch verb {
        case "CAPABILITY":
            send("* CAPABILITY \(capabilities)")
            return "OK done"
        case "LOGIN": return login(words(of: rest))
        case "AUTHENTICATE": return authenticate(rest)
        case "SELECT", "EXAMINE": return select(unquoted(rest), readOnly: verb == "EXAMINE")
        case "NOOP":
            announce()
            return "OK done"
        case "CREATE": return create(unquoted(rest))
        case "IDLE": return idle()
        default:
            guard let selected else { return "BAD select first" }
            return onFolder(selected, verb, rest)
        }
    }

    private func login(_ words: [String]) -> String {
        let isRight = server.state.withLock { words == [$0.user, $0.password] }
        return isRight ? "OK welcome" : "NO [AUTHENTICATIONFAILED] no"
    }

    private func authenticate(_ rest: String) -> String {
        var words = rest.split(separator: " ").map(String.init)
        if words.count < 2 {
            send("+ ")
            guard let line = stream.readLine() else { return "BAD" }
            words.append(String(decoding: line, as: UTF8.self))
        }
        if let bearer = BearerResponse(mechanism: words[0], encoded: words[1]) {
            let isRight = server.state.withLock { bearer.user == $0.user && bearer.token == $0.password }
            if isRight { return "OK welcome" }
            // RFC 7628 §3.2.3: the reason comes as a challenge, which the client answers before it is told NO.
            send("+ \(BearerResponse.refusal)")
            _ = stream.readLine()
            return "NO [AUTHENTICATIONFAILED] no"
        }
        guard words[0].uppercased() == "PLAIN" else { return "NO unknown mechanism" }
        let parts = Data(base64Encoded: words[1])?.split(separator: 0, omittingEmptySubsequences: false) ?? []
        return login(parts.dropFirst().map { String(decoding: $0, as: UTF8.self) })
    }

    private func create(_ name: String) -> String {
        server.state.withLock { state in
            guard state.folders[name] == nil else { return "NO [ALREADYEXISTS] there" }
            state.folders[name] = IMAPFolder(uidValidity: 3_000)
            return "OK created"
        }
    }

    private func select(_ name: String, readOnly: Bool) -> String {
        guard let folder = server.folder(name) else {
            selected = nil
            return "NO [NONEXISTENT] no such folder"
        }
        selected = name
        announced = folder.entries.count
        send("* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)")
        send("* OK [PERMANENTFLAGS (\\Deleted \\Seen \\*)] flags")
        send("* \(folder.entries.count) EXISTS")
        send("* 0 RECENT")
        send("* OK [UIDVALIDITY \(folder.uidValidity)] valid")
        send("* OK [UIDNEXT \(folder.nextUID)] next")
        return readOnly || folder.isReadOnly ? "OK [READ-ONLY] done" : "OK [READ-WRITE] done"
    }

    private func announce() {
        guard let selected, let folder = server.folder(selected), folder.entries.count != announced else { return }
        announced = folder.entries.count
        send("* \(announced) EXISTS")
    }

    /// RFC 2177: continuation, news, DONE.
    private func idle() -> String {
        send("+ idling")
        while stream.isOpen {
            announce()
            if stream.waits(milliseconds: 5) { break }
        }
        let line = stream.readLine() ?? []
        return String(decoding: line, as: UTF8.self).uppercased() == "DONE" ? "OK idled" : "BAD expected DONE"
    }

    func words(of text: String) -> [String] {
        var words: [String] = []
        var rest = text[...]
        while let first = rest.first {
            if first == " " {
                rest = rest.dropFirst()
            } else if first == "\"" {
                var word = ""
                rest = rest.dropFirst()
                while let next = rest.first, next != "\"" {
                    rest = rest.dropFirst()
                    if next == "\\", let escaped = rest.first {
                        word.append(escaped)
                        rest = rest.dropFirst()
                    } else {
                        word.append(next)
                    }
                }
                rest = rest.dropFirst()
                words.append(word)
            } else {
                let word = rest.prefix { $0 != " " }
                words.append(String(word))
                rest = rest.dropFirst(word.count)
            }
        }
        return words
    }

    func unquoted(_ text: String) -> String { words(of: text).first ?? "" }
}
