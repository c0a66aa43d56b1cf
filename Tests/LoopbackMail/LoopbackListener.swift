import Foundation
import Synchronization

/// Listens on a free port of 127.0.0.1 and serves each connection on a thread of its own.
final class LoopbackListener: Sendable {
    /// Zero on a Unix socket.
    let port: UInt16
    private let path: String?
    private let socket: Int32
    /// So that a test can tell these threads from those it counts.
    private static let threadName = "loopback"
    private let open = Mutex<Set<Int32>>([])
    private let isStopped = Mutex(false)

    init() {
        let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var one: Int32 = 1
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) == 0 && listen(socket, 1_024) == 0
                    && getsockname(socket, address, &length) == 0
            }
        }
        precondition(listening, "127.0.0.1 has no port for a test server")
        self.socket = socket
        path = nil
        port = UInt16(bigEndian: address.sin_port)
    }

    /// A Unix socket instead, for speaking HTTP as the command line does.
    init(unixSocket path: String) {
        let socket = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let isShort = path.utf8.count < MemoryLayout.size(ofValue: address.sun_path)
        withUnsafeMutableBytes(of: &address.sun_path) { room in
            if isShort { room.copyBytes(from: path.utf8) }
        }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let listening = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) == 0 && listen(socket, 16) == 0
            }
        }
        precondition(isShort && listening, "the test's Unix socket cannot be made")
        self.socket = socket
        self.path = path
        port = 0
    }

    deinit {
        stop()
    }

    func serve(_ handler: @escaping @Sendable (LoopbackStream) -> Void) {
        let socket = socket
        Thread.detachNewThread { [weak self] in
            Thread.current.name = Self.threadName
            while true {
                let accepted = accept(socket, nil, nil)
                guard accepted >= 0 else {
                    Foundation.close(socket)
                    return
                }
                guard let self, !self.isStopped.withLock({ $0 }) else {
                    Foundation.close(accepted)
                    continue
                }
                self.open.withLock { _ = $0.insert(accepted) }
                Thread.detachNewThread { [weak self] in
                    Thread.current.name = Self.threadName
                    var one: Int32 = 1
                    setsockopt(accepted, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
                    handler(LoopbackStream(socket: accepted))
                    self?.open.withLock { _ = $0.remove(accepted) }
                    Foundation.close(accepted)
                }
            }
        }
    }

    /// Ends all connections and the listening; idempotent.
    func stop() {
        let first = isStopped.withLock { stopped in
            defer { stopped = true }
            return !stopped
        }
        guard first else { return }
        // The accepting thread closes the socket when this has woken it: were it closed here, that thread could accept
        // on the next listener that gets the same number.
        shutdown(socket, Int32(SHUT_RDWR))
        if let path { unlink(path) }
        dropConnections()
    }

    func dropConnections() {
        open.withLock { for socket in $0 { shutdown(socket, Int32(SHUT_RDWR)) } }
    }

    var connections: Int { open.withLock { $0.count } }
}
