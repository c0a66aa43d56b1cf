import Foundation
import Glibc

/// One HTTP exchange on the calling thread, by hand: the process tests wait on threads of their own, and a client that
/// needs the cooperative pool would wait for itself.
enum PlainHTTP {
    enum Place {
        case unix(String)
        case tcp(UInt16)
    }

    static func send(
        _ method: String, _ path: String, at place: Place, headers: [(name: String, value: String)] = [],
        body: [UInt8]? = nil
    ) throws -> (status: Int, body: [UInt8]) {
        let answer = try exchange(method, path, at: place, headers: headers, body: body)
        return (answer.status, answer.body)
    }

    /// The same with the head of the answer, as it came.
    static func exchange(
        _ method: String, _ path: String, at place: Place, headers: [(name: String, value: String)] = [],
        body: [UInt8]? = nil
    ) throws -> (status: Int, head: String, body: [UInt8]) {
        let descriptor = try connect(place)
        defer { close(descriptor) }
        var lines = ["\(method) \(path) HTTP/1.1", "Host: ticketd", "Connection: close"]
        lines += headers.map { "\($0.name): \($0.value)" }
        if let body { lines.append("Content-Length: \(body.count)") }
        try write(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (body ?? []), to: descriptor)
        let answer = try read(descriptor)
        guard let end = answer.firstRange(of: Array("\r\n\r\n".utf8)) else {
            throw DaemonProcess.Failure(description: "no answer to \(method) \(path)")
        }
        let head = String(decoding: answer[..<end.lowerBound], as: UTF8.self)
        let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        let isChunked = head.lowercased().contains("transfer-encoding: chunked")
        let rest = Array(answer[end.upperBound...])
        return (status, head, isChunked ? dechunked(rest) : rest)
    }

    private static func connect(_ place: Place) throws -> Int32 {
        let stream = Int32(SOCK_STREAM.rawValue)
        let descriptor: Int32
        let result: Int32
        switch place {
        case .unix(let path):
            descriptor = socket(AF_UNIX, stream, 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8.prefix(107)) + [0]) }
            result = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
        case .tcp(let port):
            descriptor = socket(AF_INET, stream, 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            result = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
        }
        guard descriptor >= 0, result == 0 else {
            let code = errno
            close(descriptor)
            throw DaemonProcess.Failure(description: "cannot connect (errno \(code))")
        }
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        return descriptor
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw DaemonProcess.Failure(description: "cannot write (errno \(errno))") }
            rest = rest.dropFirst(count)
        }
    }

    private static func read(_ descriptor: Int32) throws -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
            if count == 0 { return all }
            guard count > 0 else { throw DaemonProcess.Failure(description: "cannot read (errno \(errno))") }
            all += buffer[..<count]
        }
    }

    private static func dechunked(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = bytes[...]
        while let end = rest.firstRange(of: Array("\r\n".utf8)) {
            let size = Int(String(decoding: rest[..<end.lowerBound], as: UTF8.self), radix: 16) ?? 0
            guard size > 0, rest.endIndex - end.upperBound >= size else { break }
            result += rest[end.upperBound..<(end.upperBound + size)]
            rest = rest[(end.upperBound + size)...].dropFirst(2)
        }
        return result
    }
}
