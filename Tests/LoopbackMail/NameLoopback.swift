import Foundation
import Synchronization

/// A name server on 127.0.0.1 that knows what the test tells it, and nothing else: everything else is no such name.
///
/// It answers datagrams and, on the same port, TCP. Names are written uncompressed but for the owner, which points to
/// the question as real servers have it.
package final class NameLoopback: Sendable {
    package enum Record: Sendable {
        case address(String)
        case exchanger(UInt16, String)
        case text(String)
        case service(priority: UInt16, weight: UInt16, port: UInt16, target: String)
    }

    private struct State {
        var records: [String: [Record]] = [:]
        var questions: [String] = []
        var isSilent = false
        var code: UInt8?
        var cuts = false
    }

    private let state = Mutex(State())
    private let listener = LoopbackListener()
    private let datagrams: Int32

    package init() {
        datagrams = Foundation.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = listener.port.bigEndian
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(datagrams, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        precondition(isBound, "the port of the TCP side is free for datagrams")
        listener.serve { [weak self] stream in self?.serve(stream) }
        serveDatagrams()
    }

    deinit { stop() }

    /// For `TICKETD_NAMESERVER`.
    package var place: String { "127.0.0.1:\(listener.port)" }
    package var port: UInt16 { listener.port }
    /// `TYPE name` of everything asked so far.
    package var questions: [String] { state.withLock { $0.questions } }

    package func know(_ name: String, _ records: Record...) {
        state.withLock { $0.records[name, default: []] += records }
    }

    package func forget(_ name: String) { state.withLock { $0.records[name] = nil } }
    package func fallSilent() { state.withLock { $0.isSilent = true } }
    /// Answers everything with this code, such as 2 for SERVFAIL.
    package func fail(with code: UInt8) { state.withLock { $0.code = code } }
    /// Datagrams say that there is more than they hold.
    package func cutDatagrams() { state.withLock { $0.cuts = true } }

    package func stop() {
        listener.stop()
        shutdown(datagrams, Int32(SHUT_RDWR))
    }

    private func serveDatagrams() {
        let socket = datagrams
        Thread.detachNewThread { [weak self] in
            var room = [UInt8](repeating: 0, count: 4_096)
            while true {
                var (sender, length) = (sockaddr_in(), socklen_t(MemoryLayout<sockaddr_in>.size))
                let count = withUnsafeMutablePointer(to: &sender) { pointer in
                    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        recvfrom(socket, &room, room.count, 0, $0, &length)
                    }
                }
                guard count > 0, let self else {
                    close(socket)
                    return
                }
                guard let answer = self.answer(to: Array(room[..<count]), isDatagram: true) else { continue }
                _ = withUnsafePointer(to: &sender) { pointer in
                    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        sendto(socket, answer, answer.count, 0, $0, length)
                    }
                }
            }
        }
    }

    private func serve(_ stream: LoopbackStream) {
        while let head = stream.read(2), let question = stream.read(Int(head[0]) << 8 | Int(head[1])),
            let answer = answer(to: question, isDatagram: false)
        {
            stream.write([UInt8(answer.count >> 8), UInt8(answer.count & 0xFF)] + answer)
        }
        stream.close()
    }

    /// The question as it came, and what is known of it.
    private func answer(to question: [UInt8], isDatagram: Bool) -> [UInt8]? {
        guard let (name, end) = Self.name(in: question), end + 4 <= question.count else { return nil }
        let type = UInt16(question[end]) << 8 | UInt16(question[end + 1])
        return state.withLock { state in
            state.questions.append("\(Self.types[type] ?? String(type)) \(name)")
            guard !state.isSilent else { return nil }
            let known = state.records[name]
            let isCut = state.cuts && isDatagram
            let records = isCut ? [] : (known ?? []).filter { Self.type(of: $0) == type }
            let code = state.code ?? (known == nil ? 3 : 0)
            let count = UInt16(records.count)
            var answer = Array(question[..<2]) + [isCut ? 0x87 : 0x85, 0x80 | code, 0, 1]
            answer += Self.octets(count) + [0, 0, 0, 0] + question[12..<(end + 4)]
            for record in records {
                let body = Self.body(of: record)
                answer +=
                    [0xC0, 12] + Self.octets(type) + [0, 1, 0, 0, 0, 60] + Self.octets(UInt16(body.count)) + body
            }
            return answer
        }
    }

    private static let types: [UInt16: String] = [1: "A", 15: "MX", 16: "TXT", 28: "AAAA", 33: "SRV"]

    private static func type(of record: Record) -> UInt16 {
        switch record {
        case .address: 1
        case .exchanger: 15
        case .text: 16
        case .service: 33
        }
    }

    private static func body(of record: Record) -> [UInt8] {
        switch record {
        case .address(let text): return text.split(separator: ".").compactMap { UInt8($0) }
        case .exchanger(let preference, let host): return octets(preference) + encoded(host)
        case .text(let text):
            let bytes = Array(text.utf8)
            return stride(from: 0, to: max(1, bytes.count), by: 255).flatMap { start in
                let piece = bytes[start..<min(start + 255, bytes.count)]
                return [UInt8(piece.count)] + piece
            }
        case .service(let priority, let weight, let port, let target):
            return octets(priority) + octets(weight) + octets(port) + encoded(target)
        }
    }

    private static func encoded(_ name: String) -> [UInt8] {
        name.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }

    private static func octets(_ number: UInt16) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 0xFF)] }

    private static func name(in bytes: [UInt8]) -> (text: String, end: Int)? {
        var (labels, place): ([String], Int) = ([], 12)
        while place < bytes.count {
            let length = Int(bytes[place])
            if length == 0 { return (labels.joined(separator: ".").lowercased(), place + 1) }
            guard place + 1 + length <= bytes.count else { return nil }
            labels.append(String(decoding: bytes[(place + 1)...(place + length)], as: UTF8.self))
            place += 1 + length
        }
        return nil
    }
}
