import Desk
import Foundation
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import Synchronization

/// One request on a connection, from its head to the last byte of its answer.
///
/// Hummingbird's timer starts anew with every byte of a body and stands still while an answer is written, so a client
/// that dribbles or does not read would hold its connection for ever. Here both have a pace to keep: after a grace, so
/// many bytes a second on average (reliability.md §3.3). Nothing of a request is logged but its method and status.
struct Exchange: Sendable {
    let site: Site
    let listener: Listener
    let channel: any Channel
    let patience: WebConfiguration.Patience
    /// Adds to the number of exchanges in progress and answers it.
    let inProgress: @Sendable (Int) -> Int
    let logger: Logger

    /// Why a body could not be read.
    private enum BodyFailure: Error {
        case tooLarge
        case tooSlow
        /// The client went away, or sent less than it announced.
        case broken
    }

    func run(_ request: Request, _ writer: consuming ResponseWriter) async throws {
        let count = inProgress(1)
        defer { _ = inProgress(-1) }
        let user = listener == .adminSocket ? await SocketPeer.user(of: channel) : nil
        let head = WebRequest(
            method: request.method.rawValue, target: request.head.path ?? "",
            headers: request.headers.map { ($0.name.rawName, $0.value) }, listener: listener,
            principal: listener == .adminSocket ? SocketPeer.principal(ofUser: user ?? .max) : nil, localUser: user)
        guard count <= Limits.exchanges else {
            return try await write(site.overloaded(head), writer, closing: true)
        }
        switch await site.admit(head) {
        case .refused(let response):
            return try await write(response, writer, closing: Self.announcesBody(request))
        case .admitted(let limit, let principal):
            // RFC 9110 §10.1.1: a client that asks first is told to go on.
            if request.headers[.expect]?.lowercased() == "100-continue", Self.length(of: request) ?? 0 <= limit {
                try await writer.writeInformationalHead(HTTPResponse(status: .continue))
            }
            var whole = head
            whole.principal = principal
            do throws(BodyFailure) {
                whole.body = try await read(request, upTo: limit)
            } catch .tooLarge {
                return try await write(site.tooLarge(head, limit: limit), writer, closing: true)
            } catch .tooSlow {
                return try await write(site.tooSlow(head), writer, closing: true)
            } catch {
                throw error
            }
            try await write(await site.answer(whole), writer, closing: Self.wantsClose(request))
        }
    }

    private func read(_ request: Request, upTo limit: Int) async throws(BodyFailure) -> [UInt8] {
        let announced = Self.length(of: request)
        guard announced ?? 0 <= limit else { throw .tooLarge }
        guard Self.announcesBody(request) else { return [] }
        var body: [UInt8] = []
        body.reserveCapacity(announced ?? 0)
        let pace = Pace(patience, on: channel) { channel in
            // Ends the body for its reader without closing, so that the refusal can still be written.
            channel.pipeline.fireErrorCaught(BodyFailure.tooSlow)
        }
        defer { pace.stop() }
        do {
            for try await piece in request.body {
                guard body.count + piece.readableBytes <= limit else { throw BodyFailure.tooLarge }
                body.append(contentsOf: piece.readableBytesView)
                pace.moved(piece.readableBytes)
            }
        } catch let failure as BodyFailure {
            throw failure
        } catch {
            throw .broken
        }
        // An end of the connection looks like an end of the body; only the announced length tells them apart.
        guard announced ?? body.count == body.count else { throw .broken }
        return body
    }

    /// Writes piece by piece, so that the connection counts as busy until nearly all of it has left.
    private func write(
        _ response: WebResponse, _ writer: consuming ResponseWriter, closing: Bool
    ) async throws {
        if response.status >= 500 { logger.warning("answered", metadata: ["status": "\(response.status)"]) }
        var fields = HTTPFields()
        for (name, value) in response.headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        if closing { fields[.connection] = "close" }
        let head = HTTPResponse(status: .init(code: response.status), headerFields: fields)
        let pace = Pace(patience, on: channel) { $0.close(promise: nil) }
        defer { pace.stop() }
        var body = try await writer.writeHead(head)
        var rest = response.body[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Limits.pieceBytes)
            try await body.write(ByteBuffer(bytes: piece))
            pace.moved(piece.count)
            rest = rest.dropFirst(piece.count)
        }
        if let stream = response.stream {
            for try await piece in stream {
                try await body.write(ByteBuffer(bytes: piece))
                pace.moved(piece.count)
            }
        }
        try await body.finish(nil)
        if closing { linger() }
    }

    /// Says good-bye and still listens for a moment: closing with unread bytes would take the answer back.
    private func linger() {
        let channel = channel
        channel.close(mode: .output, promise: nil)
        _ = channel.eventLoop.scheduleTask(in: TimeAmount(patience.linger)) { channel.close(promise: nil) }
    }

    private static func length(of request: Request) -> Int? {
        request.headers[.contentLength].flatMap { Int($0) }
    }

    private static func announcesBody(_ request: Request) -> Bool {
        length(of: request) ?? 0 > 0 || request.headers[.transferEncoding] != nil
    }

    private static func wantsClose(_ request: Request) -> Bool {
        request.headers[.connection]?.lowercased() == "close"
    }
}

/// Watches that bytes keep moving: a grace, then an average rate. Ends what is too slow, once.
private final class Pace: Sendable {
    private let patience: WebConfiguration.Patience
    private let channel: any Channel
    private let onTooSlow: @Sendable (any Channel) -> Void
    private let began = NIODeadline.now()
    private let bytes = Atomic<Int>(0)
    private let timer = Mutex<Scheduled<Void>?>(nil)

    init(
        _ patience: WebConfiguration.Patience, on channel: any Channel,
        onTooSlow: @escaping @Sendable (any Channel) -> Void
    ) {
        self.patience = patience
        self.channel = channel
        self.onTooSlow = onTooSlow
        schedule(at: due)
    }

    func moved(_ count: Int) {
        bytes.wrappingAdd(count, ordering: .relaxed)
    }

    func stop() {
        timer.withLock { timer in
            timer?.cancel()
            timer = nil
        }
    }

    /// When so many bytes should have moved more.
    private var due: NIODeadline {
        let earned = Duration.seconds(bytes.load(ordering: .relaxed) / max(1, patience.bytesPerSecond))
        return began + TimeAmount(patience.grace + earned)
    }

    private func schedule(at deadline: NIODeadline) {
        let scheduled = channel.eventLoop.scheduleTask(deadline: deadline) { [weak self] in
            guard let self else { return }
            if self.due > .now() { self.schedule(at: self.due) } else { self.onTooSlow(self.channel) }
        }
        timer.withLock { $0 = scheduled }
    }
}
