import Glibc

/// A range of IP addresses in CIDR notation, such as `10.0.0.0/8`, or one address. Decides which peers are trusted
/// proxies.
struct AddressBlock: Hashable, Sendable {
    let text: String
    private let network: [UInt8]
    private let prefix: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first, let bytes = Self.bytes(String(first)) else { return nil }
        var prefix = bytes.count * 8
        if parts.count == 2 {
            guard parts[1].allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(parts[1]),
                (0...prefix).contains(number)
            else { return nil }
            prefix = number
        }
        self.text = text
        self.network = bytes
        self.prefix = prefix
    }

    /// Whether an address lies in the block. An IPv4 address mapped into IPv6 (RFC 4291 §2.5.5.2) counts as IPv4.
    func contains(_ address: String) -> Bool {
        guard var bytes = Self.bytes(address) else { return false }
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        if bytes.count == 16, network.count == 4, bytes.starts(with: mapped) { bytes.removeFirst(12) }
        guard bytes.count == network.count else { return false }
        for index in bytes.indices {
            let bits = min(8, max(0, prefix - index * 8))
            let mask = UInt8(truncatingIfNeeded: 0xFF00 >> bits)
            if bytes[index] & mask != network[index] & mask { return false }
        }
        return true
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 { return withUnsafeBytes(of: &four) { Array($0) } }
        var sixteen = in6_addr()
        if inet_pton(AF_INET6, text, &sixteen) == 1 { return withUnsafeBytes(of: &sixteen) { Array($0) } }
        return nil
    }
}
