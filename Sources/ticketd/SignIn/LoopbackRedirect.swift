import Foundation
import Glibc

/// A port on 127.0.0.1 that waits for one browser (RFC 8252 §7.3). It answers a page that says what to do next and
/// nothing about the sign-in, and passes over every request that does not carry the state of this sign-in.
struct LoopbackRedirect {
    let port: UInt16
    private let listener: Int32

    /// Nil when the port is taken. 0 takes any free one.
    init?(port: UInt16) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard listener >= 0 else { return nil }
        var yes: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                bind(listener, plain, length) == 0 && listen(listener, 8) == 0
                    && getsockname(listener, plain, &length) == 0
            }
        }
        guard isBound else {
            Glibc.close(listener)
            return nil
        }
        self.listener = listener
        self.port = UInt16(bigEndian: address.sin_port)
    }

    func close() {
        Glibc.close(listener)
    }

    /// Serves whoever is waiting, without waiting itself. Nil while nobody has brought this sign-in's answer.
    func accept(state: String) -> RedirectAnswer? {
        var found: RedirectAnswer?
        while found == nil, isReadable(listener, within: 0) {
            let browser = Glibc.accept(listener, nil, nil)
            guard browser >= 0 else { return nil }
            defer { Glibc.close(browser) }
            if let answer = firstLine(browser).flatMap(RedirectAnswer.init(requestLine:)), answer.state == state {
                found = answer
                reply(browser, "200 OK", "This is done in the browser. The rest is told in the terminal.")
            } else {
                reply(browser, "404 Not Found", "This page belongs to no sign-in that is waited for.")
            }
        }
        return found
    }

    /// Reads the whole head, so that the answer is not lost to a reset; answers its first line.
    private func firstLine(_ browser: Int32) -> String? {
        var bytes: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 4_096)
        while bytes.count < SignInLimits.headBytes, bytes.firstRange(of: Array("\r\n\r\n".utf8)) == nil {
            guard isReadable(browser, within: SignInLimits.patience) else { return nil }
            let count = recv(browser, &room, room.count, 0)
            guard count > 0 else { return nil }
            bytes += room[..<count]
        }
        guard let end = bytes.firstIndex(of: 0x0D) else { return nil }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    private func reply(_ browser: Int32, _ status: String, _ text: String) {
        let head = [
            "HTTP/1.1 \(status)", "Content-Type: text/plain; charset=utf-8", "Content-Length: \(text.utf8.count)",
            "Cache-Control: no-store", "Referrer-Policy: no-referrer", "Connection: close", "", "",
        ]
        let bytes = Array((head.joined(separator: "\r\n") + text).utf8)
        _ = send(browser, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        shutdown(browser, Int32(SHUT_WR))
    }

    private func isReadable(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wanted, 1, milliseconds) > 0
    }
}
