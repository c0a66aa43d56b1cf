internal import CCurl
internal import Foundation
internal import Synchronization

/// An open, authenticated connection to a mail server on which the caller holds its own dialogue.
///
/// Connecting blocks a thread of the bounded pool; from then on nothing blocks: reading and writing go until libcurl
/// says `CURLE_AGAIN` and suspend on the socket. One task may read while another writes. Closing wakes both.
package final class CurlConnection: Sendable {
    package struct Options: Sendable {
        /// Certificates to trust instead of the system's.
        package var caFile: String?
        package var timeout: Duration
        /// What libcurl calls itself in its own EHLO; without it libcurl tells the server our host name.
        package var helloName: String

        package init(caFile: String? = nil, timeout: Duration = Limits.connectTimeout, helloName: String = "localhost")
        {
            self.caFile = caFile
            self.timeout = timeout
            self.helloName = helloName
        }
    }

    package enum Received: Sendable, Equatable {
        case bytes([UInt8])
        /// The server ended the stream.
        case ended
        /// The deadline passed first; the connection is as before.
        case silence
    }

    private let handle: Mutex<CurlHandle?>
    private let socket: Int32

    private init(handle: CurlHandle, socket: Int32) {
        self.handle = Mutex(handle)
        self.socket = socket
    }

    deinit {
        close()
    }

    package nonisolated(nonsending) static func open(
        _ endpoint: ServerEndpoint, login: MailLogin, options: Options = Options()
    ) async throws(CurlFailure) -> CurlConnection {
        var usesLoginCommand = false
        while true {
            guard !Task.isCancelled else { throw .dropped }
            guard
                let handle = Self.prepare(
                    endpoint, login: login, options: options, usesLoginCommand: usesLoginCommand)
            else { throw .unreachable }
            let code = await ConnectorPool.shared.run({ handle.perform().rawValue }, onCancel: handle.raiseStop)
            guard let code else { throw .serverUnavailable }
            if code == CURLE_OK.rawValue, let socket = handle.socket {
                return CurlConnection(handle: handle, socket: socket)
            }
            let lines = handle.replyLines
            // A server without SASL PLAIN and LOGIN may still know the LOGIN command (RFC 3501 §6.2.3).
            if case .password = login, endpoint.scheme.isIMAP, !usesLoginCommand,
                ConnectFailure.offeredNoMechanism(code: code, lines: lines)
            {
                usesLoginCommand = true
                continue
            }
            throw ConnectFailure.classify(code: code, lines: lines, isIMAP: endpoint.scheme.isIMAP)
        }
    }

    /// Returns when everything is handed to the kernel. After a throw part of it may have been sent.
    ///
    /// Cancelling the task drops the connection, unless `isShielded`: then only the deadline ends the waiting.
    package nonisolated(nonsending) func send(
        _ bytes: [UInt8], until deadline: Deadline, isShielded: Bool = false
    ) async throws(CurlFailure) {
        var offset = 0
        while offset < bytes.count {
            let transfer = withHandle { handle in
                bytes.withUnsafeBytes { handle.send(UnsafeRawBufferPointer(rebasing: $0[offset...])) }
            }
            switch transfer {
            case .moved(let count) where count > 0: offset += count
            case .moved, .failed, nil: throw .dropped
            case .again:
                let outcome = await wait(for: .writable, until: deadline, isShielded: isShielded)
                guard outcome == .ready else { throw .dropped }
            }
        }
    }

    /// What has arrived, at most `Limits.chunkBytes`; suspends until something has.
    package nonisolated(nonsending) func receive(
        until deadline: Deadline, isShielded: Bool = false
    ) async throws(CurlFailure) -> Received {
        while true {
            let (bytes, last) = withHandle(Self.drain) ?? ([], .failed)
            // What came before an end or a fault is delivered first; the end shows again at the next call.
            if !bytes.isEmpty { return .bytes(bytes) }
            switch last {
            case .moved: return .ended
            case .failed: throw .dropped
            case .again: break
            }
            switch await wait(for: .readable, until: deadline, isShielded: isShielded) {
            case .ready: continue
            case .timedOut: return .silence
            case .cancelled: throw .dropped
            }
        }
    }

    /// Idempotent. Farewells (LOGOUT, QUIT) are the caller's dialogue; this ends the socket.
    package func close() {
        handle.withLock { handle in
            guard let open = handle else { return }
            handle = nil
            SocketWatch.shared.forget(socket)
            // libcurl says LOGOUT or QUIT itself and waits for the answer; on a dead socket it gives up at once.
            shutdown(socket, Int32(SHUT_RDWR))
            open.close()
        }
    }

    private nonisolated(nonsending) func wait(
        for direction: SocketWatch.Direction, until deadline: Deadline, isShielded: Bool
    ) async -> SocketWatch.Outcome {
        await SocketWatch.shared.wait(
            for: socket, direction, until: deadline.instant, isShielded: isShielded,
            whileOpen: { register in withHandle { _ in register() } != nil })
    }

    /// Nil when closed.
    private func withHandle<Result: Sendable>(_ body: (CurlHandle) -> Result) -> Result? {
        handle.withLock { $0.map(body) }
    }

    /// Reads until the buffer is full or libcurl says AGAIN: what TLS has decrypted already does not show on the
    /// socket.
    private static func drain(_ handle: CurlHandle) -> (bytes: [UInt8], last: CurlHandle.Transfer) {
        var last = CurlHandle.Transfer.again
        let bytes = [UInt8](unsafeUninitializedCapacity: Limits.chunkBytes) { room, filled in
            let raw = UnsafeMutableRawBufferPointer(room)
            while filled < raw.count {
                last = handle.receive(into: UnsafeMutableRawBufferPointer(rebasing: raw[filled...]))
                guard case .moved(let count) = last, count > 0 else { break }
                filled += count
            }
        }
        return (bytes, last)
    }

    static func prepare(
        _ endpoint: ServerEndpoint, login: MailLogin, options: Options, usesLoginCommand: Bool
    ) -> CurlHandle? {
        guard let handle = CurlHandle(bodyLimit: Limits.chunkBytes) else { return nil }
        let isSMTP = !endpoint.scheme.isIMAP
        handle.set(CURLOPT_URL, isSMTP ? "\(endpoint.url)/\(options.helloName)" : endpoint.url)
        handle.set(CURLOPT_PROTOCOLS_STR, endpoint.scheme.rawValue)
        handle.set(CURLOPT_CONNECT_ONLY, 1)
        handle.keepReplies()
        handle.set(CURLOPT_CONNECTTIMEOUT_MS, options.timeout.milliseconds)
        handle.set(CURLOPT_TIMEOUT_MS, options.timeout.milliseconds)
        handle.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, max(1, Limits.loginReplyTimeout.milliseconds / 1_000))
        handle.set(CURLOPT_TCP_KEEPALIVE, 1)
        handle.set(CURLOPT_TCP_KEEPIDLE, Limits.keepAliveIdle)
        handle.set(CURLOPT_TCP_KEEPINTVL, Limits.keepAliveInterval)
        if endpoint.isInsecure {
            handle.set(CURLOPT_USE_SSL, Int(CURLUSESSL_NONE.rawValue))
        } else {
            handle.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
            handle.requireVerifiedTLS(caFile: options.caFile)
        }
        if ServerEndpoint.isLoopback(endpoint.host) { handle.set(CURLOPT_NOPROXY, "*") }
        switch login {
        case .none: break
        case .password(let user, let password):
            handle.set(CURLOPT_USERNAME, user)
            handle.set(CURLOPT_PASSWORD, password)
            // libcurl's own choice includes the LOGIN command, which no option of 7.88 names.
            if !usesLoginCommand { handle.set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN") }
        case .bearer(let user, let token, let mechanism):
            handle.set(CURLOPT_USERNAME, user)
            handle.set(CURLOPT_XOAUTH2_BEARER, token)
            handle.set(CURLOPT_LOGIN_OPTIONS, "AUTH=\(mechanism.rawValue)")
        }
        return handle
    }
}

extension CurlHandle {
    /// Peer and host are always verified; there is no setting that says otherwise.
    func requireVerifiedTLS(caFile: String?) {
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        // RFC 8996 deprecates everything before TLS 1.2.
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let caFile { set(CURLOPT_CAINFO, caFile) }
    }
}

extension Duration {
    /// For libcurl; more than eleven days is as good as for ever.
    var milliseconds: Int {
        let seconds = Int(clamping: min(max(components.seconds, 0), 1_000_000))
        return seconds * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
