import Desk
import Foundation
import Glibc

/// Asks name servers, one after the other: by datagram, and over TCP what does not fit into one (RFC 7766 §5).
///
/// Nothing here blocks: the sockets do not, and between two looks the task sleeps. A server that answers nonsense is
/// one that has not answered.
struct NameDialogue: Sendable {
    let servers: [NameServerAddress]
    let world: World

    func ask(_ type: NameRecordType, _ name: DomainLabel) async throws(Naming.Unanswered) -> [NameRecord] {
        for _ in 0..<NamingLimits.tries {
            for server in servers {
                // RFC 5452 §4.3: whoever answers in another's name has to guess the id and the port.
                let chance = world.randomBytes(2)
                let id = chance.reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
                let question = NameQuestion(id: id, type: type, name: name)
                guard var reply = await byDatagram(question, server) else { continue }
                if reply.isCut, let whole = await byStream(question, server) { reply = whole }
                if reply.verdict != .failed { return reply.records }
            }
        }
        throw Naming.Unanswered()
    }

    private func byDatagram(_ question: NameQuestion, _ server: NameServerAddress) async -> NameReply? {
        guard let socket = server.socket(SOCK_DGRAM) else { return nil }
        defer { close(socket) }
        let bytes = question.bytes
        guard send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { return nil }
        var room = [UInt8](repeating: 0, count: NamingLimits.messageOctets)
        let deadline = world.monotonic() + NamingLimits.patience
        while world.monotonic() < deadline {
            let count = recv(socket, &room, room.count, 0)
            if count > 0, let reply = NameReply(Array(room[..<count]), to: question) { return reply }
            if count < 0, errno != EAGAIN, errno != EINTR { return nil }
            // A datagram that answers something else is passed over, and the next one may be waiting already.
            if count > 0 { continue }
            guard await pause() else { return nil }
        }
        return nil
    }

    private func byStream(_ question: NameQuestion, _ server: NameServerAddress) async -> NameReply? {
        guard let socket = server.socket(SOCK_STREAM) else { return nil }
        defer { close(socket) }
        let message = question.bytes
        // RFC 1035 §4.2.2.
        var outgoing = [UInt8(message.count >> 8), UInt8(message.count & 0xFF)] + message
        var incoming: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 4_096)
        let deadline = world.monotonic() + NamingLimits.patience
        while world.monotonic() < deadline {
            if !outgoing.isEmpty {
                let count = send(socket, outgoing, outgoing.count, Int32(MSG_NOSIGNAL))
                if count > 0 { outgoing.removeFirst(count) }
                // ENOTCONN: the connection is still being made.
                if count < 0, errno != EAGAIN, errno != EINTR, errno != ENOTCONN { return nil }
            } else {
                let count = recv(socket, &room, room.count, 0)
                if count > 0 { incoming += room[..<count] }
                if count == 0 { return nil }
                if count < 0, errno != EAGAIN, errno != EINTR { return nil }
                if incoming.count >= 2 {
                    let length = Int(incoming[0]) << 8 | Int(incoming[1])
                    if incoming.count >= length + 2 {
                        return NameReply(Array(incoming[2..<(length + 2)]), to: question)
                    }
                }
                if count > 0 { continue }
            }
            guard await pause() else { return nil }
        }
        return nil
    }

    /// False when the task was cancelled.
    private func pause() async -> Bool {
        do {
            try await world.sleep(NamingLimits.pause)
            return true
        } catch {
            return false
        }
    }
}
