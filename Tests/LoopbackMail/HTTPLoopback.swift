import Foundation
import Synchronization

/// A scripted HTTP/1.1 server on 127.0.0.1 or a Unix socket: keeps every request as bytes, answers with given bytes.
package final class HTTPLoopback: Sendable {
    package struct Request: Sendable {
        /// Request line and header lines.
        package let lines: [String]
        package let body: [UInt8]
    }

    private struct State {
        var answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
        var requests: [Request] = []
        var isSilent = false
        var respond: (@Sendable (Request) -> String)?
    }

    private let state = Mutex(State())
    private let listener: LoopbackListener

    package init(unixSocket: String? = nil) {
        listener = unixSocket.map { LoopbackListener(unixSocket: $0) } ?? LoopbackListener()
        listener.serve { [weak self] stream in self?.answer(stream) }
    }

    package var url: String { "http://127.0.0.1:\(listener.port)" }
    package var requests: [Request] { state.withLock { $0.requests } }

    package func answer(with text: String) {
        state.withLock { $0.answer = text }
    }

    /// From now on each request has an answer of its own.
    package func answer(by respond: @escaping @Sendable (Request) -> String) {
        state.withLock { $0.respond = respond }
    }

    package func fallSilent() {
        state.withLock { $0.isSilent = true }
    }

    package func stop() {
        listener.stop()
    }

    private func answer(_ stream: LoopbackStream) {
        var lines: [String] = []
        while let line = stream.readLine(), !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
        let length = lines.lazy.compactMap { line -> Int? in
            guard line.lowercased().hasPrefix("content-length:") else { return nil }
            return Int(line.dropFirst(15).trimmingCharacters(in: .whitespaces))
        }.first
        let body = length.flatMap(stream.read) ?? []
        let request = Request(lines: lines, body: body)
        let (answer, isSilent, respond) = state.withLock { state in
            state.requests.append(request)
            return (state.answer, state.isSilent, state.respond)
        }
        if isSilent { while stream.readLine() != nil {} }
        stream.write(respond?(request) ?? answer)
        stream.close()
    }
}
