import Foundation

/// A port of 127.0.0.1 that behaves as behind a packet filter: what is sent to it is never answered.
///
/// A socket listens whose queue is full, so that the kernel drops every further SYN.
package final class BlockedPort {
    package let port: UInt16
    private var sockets: [Int32] = []

    package struct Unavailable: Error {}

    package init() throws {
        let listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listening, address, length) == 0 && listen(listening, 0) == 0
                    && getsockname(listening, address, &length) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        sockets = [listening]
        guard isListening else { throw Unavailable() }
        // One or two fill the queue; the others wait with whoever comes later.
        for _ in 0..<4 {
            let filling = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
            _ = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(filling, $0, length) }
            }
            sockets.append(filling)
        }
    }

    deinit { for socket in sockets { close(socket) } }
}
