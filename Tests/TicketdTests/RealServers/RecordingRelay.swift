import Foundation
import Glibc
import Synchronization

/// Stands between a client and a server and keeps what the client says, as somebody on the wire would see it.
final class RecordingRelay: Sendable {
    private struct State {
        var bytes: [UInt8] = []
        var connections = 0
    }

    let port: UInt16
    private let listener: Int32
    private let state = Mutex(State())

    init(to target: UInt16, host: String = "127.0.0.1") throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.address(host, 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listens = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard listens else { throw DaemonProcess.Failure(description: "the relay cannot listen (errno \(errno))") }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [weak self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else {
                    close(listener)
                    return
                }
                guard let self, let server = Self.connect(target) else {
                    close(client)
                    continue
                }
                self.state.withLock { $0.connections += 1 }
                self.join(client, server)
            }
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    /// Everything any client said, byte for character.
    var heard: String {
        String(String.UnicodeScalarView(state.withLock { $0.bytes }.map { UnicodeScalar($0) }))
    }

    var connections: Int { state.withLock { $0.connections } }

    private func join(_ client: Int32, _ server: Int32) {
        Thread.detachNewThread { [weak self] in
            Self.pump(client, server) { bytes in self?.state.withLock { $0.bytes += bytes } }
        }
        Thread.detachNewThread {
            Self.pump(server, client) { _ in }
            close(client)
            close(server)
        }
    }

    private static func pump(_ source: Int32, _ target: Int32, _ note: ([UInt8]) -> Void) {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = recv(source, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            note(Array(buffer[..<count]))
            guard send(target, buffer, count, Int32(MSG_NOSIGNAL)) == count else { break }
        }
        shutdown(target, Int32(SHUT_RDWR))
        shutdown(source, Int32(SHUT_RDWR))
    }

    private static func connect(_ port: UInt16) -> Int32? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.address("127.0.0.1", port)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    private static func address(_ host: String, _ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr(host)
        return address
    }
}
