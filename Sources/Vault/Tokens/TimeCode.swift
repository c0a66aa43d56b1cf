internal import COpenSSL

/// The second factor: six digits that change every thirty seconds (RFC 6238 with HMAC-SHA-1, which is what every
/// authenticator program can do). Whoever keeps the secret also keeps the step of the last code that was accepted.
package struct TimeCode: Sendable, Equatable {
    /// RFC 4226 §4 R6 recommends 160 bits.
    static let secretBytes = 20
    static let period: Int64 = 30
    static let digits = 6

    /// To be sealed.
    package let secret: [UInt8]

    /// A new secret.
    package init() throws(VaultFailure) {
        secret = try Randomness.bytes(Self.secretBytes)
    }

    /// A secret that was kept. Refuses a length that is not ours.
    package init?(secret: [UInt8]) {
        guard secret.count == Self.secretBytes else { return nil }
        self.secret = secret
    }

    /// The step whose code this is; nil when it is none of now, or of a step that was used already (RFC 6238 §5.2).
    ///
    /// The step before and the one after count too, because clocks differ and people type (RFC 6238 §6). Every step is
    /// compared, whichever fits.
    package func step(of code: String, at seconds: Int64, after used: Int64) throws(VaultFailure) -> Int64? {
        let now = max(0, seconds) / Self.period
        let given = Array(code.utf8.filter { $0 != UInt8(ascii: " ") })
        var found: Int64?
        for step in max(0, now - 1)...(now + 1) {
            let fits = ConstantTime.equal(given, try Self.code(secret: secret, step: step, digits: Self.digits))
            if fits, step > used, found == nil { found = step }
        }
        return found
    }

    /// What an authenticator program reads, as text or as a picture: the secret itself, so it is shown once.
    package func enrolment(issuer: String, account: String) -> String {
        let issuer = Self.percentEncoded(issuer)
        return "otpauth://totp/\(issuer):\(Self.percentEncoded(account))?secret=\(Base32.encode(secret).uppercased())"
            + "&issuer=\(issuer)&algorithm=SHA1&digits=\(Self.digits)&period=\(Self.period)"
    }

    /// RFC 4226 §5.3 over the step as the moving factor (RFC 6238 §4.2).
    static func code(secret: [UInt8], step: Int64, digits: Int) throws(VaultFailure) -> [UInt8] {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        var length = 0
        let mac = [UInt8](unsafeUninitializedCapacity: 20) { buffer, count in
            let isDone =
                EVP_Q_mac(
                    nil, "HMAC", nil, "SHA1", nil, secret, secret.count, counter, counter.count, buffer.baseAddress,
                    buffer.count, &length) != nil
            count = isDone ? length : 0
        }
        guard mac.count == 20, let last = mac.last else {
            ERR_clear_error()
            throw .unavailable(.cryptography)
        }
        let offset = Int(last & 0x0F)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(number)
        return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8.suffix(digits))
    }

    /// RFC 3986 §2.3: everything but the unreserved characters.
    private static func percentEncoded(_ text: String) -> String {
        let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        return text.utf8.map { byte in
            unreserved.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + Hex.encode([byte]).uppercased()
        }.joined()
    }
}

extension TimeCode: CustomStringConvertible, CustomReflectable {
    package var description: String { "<time code>" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
