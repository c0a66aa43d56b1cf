/// HMAC-SHA-256 under a key that somebody else has too, so that he can tell who wrote a message (RFC 2104).
package enum KeyedDigest {
    package static func sha256(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        let mac = key.withUnsafeBytes { IncrementalMAC(key: $0) }
        mac.update(message)
        return mac.finish()
    }
}
