/// One question to a name server, as it goes over the wire (RFC 1035 §4.1).
struct NameQuestion: Hashable, Sendable {
    let id: UInt16
    let type: NameRecordType
    let name: DomainLabel

    var bytes: [UInt8] {
        // Recursion desired; one question; one additional record.
        var bytes = Self.octets(id) + [0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 1]
        bytes += encodedName + Self.octets(type.rawValue) + [0, 1]
        // RFC 6891 §6.1.2: an OPT record of the root says how large a datagram may be.
        bytes += [0, 0, 41] + Self.octets(UInt16(NamingLimits.datagramOctets)) + [0, 0, 0, 0, 0, 0]
        return bytes
    }

    /// Labels with their lengths, ended by the root's.
    var encodedName: [UInt8] {
        name.text.split(separator: ".").flatMap { [UInt8(truncatingIfNeeded: $0.utf8.count)] + Array($0.utf8) } + [0]
    }

    private static func octets(_ number: UInt16) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 0xFF)] }
}
