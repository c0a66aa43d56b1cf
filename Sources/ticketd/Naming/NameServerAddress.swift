import Foundation
import Glibc

/// Where a name server listens: an address and a port, never a name.
struct NameServerAddress: Hashable, Sendable {
    let host: String
    let port: UInt16

    /// Those of resolv.conf(5), in their order; without any, the one on this machine, as the C library has it.
    ///
    /// `TICKETD_NAMESERVER` names another one, on this machine only: whoever could set it for a command of root must
    /// not thereby choose who answers for the rest of the world.
    static func configured(
        environment: [String: String], files: ConfigurationFiles = .live
    ) -> [NameServerAddress] {
        if let text = environment["TICKETD_NAMESERVER"], let place = HostPort(text, defaultPort: 53), place.isLoopback,
            place.host != "localhost"
        {
            return [NameServerAddress(host: place.host, port: UInt16(clamping: place.port))]
        }
        let bytes: [UInt8]
        do {
            bytes = try files.read("/etc/resolv.conf", NamingLimits.configurationOctets)
        } catch {
            bytes = []
        }
        let listed = listed(in: String(decoding: bytes, as: UTF8.self))
        return listed.isEmpty ? [NameServerAddress(host: "127.0.0.1", port: 53)] : listed
    }

    static func listed(in text: String) -> [NameServerAddress] {
        let hosts = text.split(whereSeparator: \.isNewline).compactMap { line -> String? in
            let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
            guard words.count > 1, words[0] == "nameserver" else { return nil }
            return String(words[1])
        }
        return hosts.prefix(NamingLimits.servers).map { NameServerAddress(host: $0, port: 53) }
    }

    /// A socket that talks to this server alone: the kernel drops what comes from anywhere else. It never blocks.
    func socket(_ kind: __socket_type) -> Int32? {
        var hints = addrinfo()
        hints.ai_socktype = Int32(kind.rawValue)
        hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &found) == 0, let address = found else { return nil }
        defer { freeaddrinfo(found) }
        let flags = Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = Glibc.socket(address.pointee.ai_family, Int32(kind.rawValue) | flags, 0)
        guard descriptor >= 0 else { return nil }
        guard connect(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0 || errno == EINPROGRESS
        else {
            close(descriptor)
            return nil
        }
        return descriptor
    }
}
