import Foundation
import Glibc

/// A TCP connection that sends exactly what it is told, byte by byte when asked. Blocking; for a thread of its own.
final class RawConnection: Sendable {
    struct Failed: Error {
        let errno: Int32
    }

    private let socket: Int32

    /// With `holding`, the kernel takes in no more than about this many octets for a reader who does not read;
    /// otherwise it may take tens of MiB.
    init(port: Int, holding octets: Int32? = nil) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if var octets {
            let size = socklen_t(MemoryLayout<Int32>.size)
            guard setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &octets, size) == 0 else { throw Failed(errno: errno) }
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failed(errno: errno) }
    }

    deinit {
        close(socket)
    }

    /// False when the other end is gone.
    func send(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            == bytes.count
    }

    /// Says that nothing more will come, and still listens.
    func finishSending() {
        shutdown(socket, Int32(SHUT_WR))
    }

    /// Whether something to read, or the end, arrives within this time; it is left unread.
    func waitForFirstOctet(within seconds: Int32) -> Bool {
        var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, seconds * 1000) > 0
    }

    /// What arrives until the other end closes or this long passes; `isClosed` tells which.
    func receive(within seconds: Double) -> (text: String, isClosed: Bool) {
        var received: [UInt8] = []
        let deadline = ContinuousClock.now + .seconds(seconds)
        while true {
            let left = ContinuousClock.now.duration(to: deadline).components
            let milliseconds = max(0, left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000)
            var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, Int32(milliseconds)) > 0 else {
                return (String(decoding: received, as: UTF8.self), false)
            }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { return (String(decoding: received, as: UTF8.self), true) }
            received += buffer[..<count]
        }
    }

    /// Sends a request and takes what comes soon, or until the other end closes.
    func exchange(_ request: String) throws -> String {
        _ = send(request)
        return receive(within: 0.3).text
    }

    /// Whether nobody listens there any more.
    static func isRefused(port: Int) -> Bool {
        do {
            _ = try RawConnection(port: port)
            return false
        } catch {
            return true
        }
    }

    /// Runs blocking work beside the cooperative pool.
    static func beside<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
        }
    }
}
