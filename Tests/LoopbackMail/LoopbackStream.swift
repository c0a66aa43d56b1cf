import Foundation
import Synchronization

/// One accepted connection, read and written by the thread that serves it.
///
/// It counts what it wrote and can be told to break off after the N-th byte, which is how replies are cut anywhere.
final class LoopbackStream {
    enum Break: Sendable { case close, reset, silence }

    let socket: Int32
    private var buffer: [UInt8] = []
    /// Where the bytes not yet taken begin.
    private var start = 0
    private var written = 0
    private(set) var isOpen = true
    var breakAfter: (bytes: Int, how: Break)?
    private var isSilent = false

    init(socket: Int32) {
        self.socket = socket
    }

    /// Without CRLF; nil at the end of the stream.
    func readLine() -> [UInt8]? {
        while true {
            if let end = buffer[start...].firstIndex(of: 0x0A) {
                var line = buffer[start..<end]
                start = end + 1
                if line.last == 0x0D { line.removeLast() }
                return Array(line)
            }
            guard fill() else { return nil }
        }
    }

    func read(_ count: Int) -> [UInt8]? {
        while buffer.count - start < count {
            guard fill() else { return nil }
        }
        defer { start += count }
        return Array(buffer[start..<(start + count)])
    }

    /// True when a byte can be read within the time, false when not. The end of the stream counts as a byte.
    func waits(milliseconds: Int32) -> Bool {
        guard start == buffer.count, isOpen else { return true }
        var wanted = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return poll(&wanted, 1, milliseconds) > 0
    }

    func write(_ text: String) {
        write(Array(text.utf8))
    }

    func write(_ bytes: [UInt8]) {
        guard isOpen, !isSilent else { return }
        var bytes = bytes[...]
        if let limit = breakAfter, written + bytes.count >= limit.bytes {
            bytes = bytes.prefix(max(0, limit.bytes - written))
            send(bytes)
            switch limit.how {
            case .close: close()
            case .reset: reset()
            case .silence: isSilent = true
            }
            return
        }
        send(bytes)
    }

    func close() {
        guard isOpen else { return }
        isOpen = false
        shutdown(socket, Int32(SHUT_RDWR))
    }

    func reset() {
        guard isOpen else { return }
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        isOpen = false
    }

    private func send(_ bytes: ArraySlice<UInt8>) {
        written += bytes.count
        var offset = bytes.startIndex
        while offset < bytes.endIndex {
            let count = bytes[offset...].withUnsafeBytes {
                Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else {
                isOpen = false
                return
            }
            offset += count
        }
    }

    private func fill() -> Bool {
        guard isOpen else { return false }
        var chunk = [UInt8](repeating: 0, count: 16_384)
        let count = recv(socket, &chunk, chunk.count, 0)
        guard count > 0 else {
            isOpen = false
            return false
        }
        buffer.removeFirst(start)
        start = 0
        buffer += chunk[..<count]
        return true
    }
}
