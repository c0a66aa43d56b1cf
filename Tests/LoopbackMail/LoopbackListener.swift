import Foundation
import Synchronization

/// Listens on a free port of 127.0.0.1 and serves each connection on a thread of its own.
final class LoopbackListener: Sendable {
    let port: UInt16
    private let socket: Int32
    private let open = Mutex<Set<Int32>>([])
    private let isStopped = Mutex(false)

    /// Zero means a free port.
    init(port wanted: UInt16 = 0) {
        let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var one: Int32 = 1
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = wanted.bigEndian
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
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit {
        stop()
    }

    func serve(_ handler: @escaping @Sendable (LoopbackStream) -> Void) {
        let socket = socket
        Thread.detachNewThread { [weak self] in
            while true {
                let accepted = accept(socket, nil, nil)
                guard accepted >= 0 else { return }
                guard let self, !self.isStopped.withLock({ $0 }) else {
                    Foundation.close(accepted)
                    return
                }
                self.open.withLock { _ = $0.insert(accepted) }
                Thread.detachNewThread { [weak self] in
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
        shutdown(socket, Int32(SHUT_RDWR))
        Foundation.close(socket)
        dropConnections()
    }

    func dropConnections() {
        open.withLock { for socket in $0 { shutdown(socket, Int32(SHUT_RDWR)) } }
    }

    var connections: Int { open.withLock { $0.count } }
}
