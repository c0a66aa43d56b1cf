internal import COpenSSL

/// AES-256-GCM over buffers the caller owns, with 96-bit nonces and 128-bit tags, always.
///
/// The caller chooses the nonce and must never use one twice with one key. Opening gives no plaintext to anyone
/// unless the tag fits: on failure the output is wiped.
enum AESGCM {
    static let keyBytes = 32
    static let nonceBytes = 12
    static let tagBytes = 16

    /// ISO/IEC 7816-4 padding and the longest run of it that is fed at once.
    private static let padding: [UInt8] = [0x80] + [UInt8](repeating: 0, count: Limits.attachmentBucket)

    enum Verdict {
        case fits
        case forged
        case failed
    }

    /// Writes ciphertext | tag to `output`, which holds plaintext + padding + 16 bytes.
    /// The padding is fed after the plaintext, so that neither has to be copied together.
    static func seal(
        key: UnsafeRawBufferPointer, nonce: UnsafeRawPointer, associated: UnsafeRawBufferPointer,
        plaintext: UnsafeRawBufferPointer, padding: Range<Int> = 0..<0, into output: UnsafeMutableRawPointer
    ) -> Bool {
        precondition(key.count == keyBytes, "An AES-256 key has 32 bytes.")
        guard plaintext.count <= Limits.fieldBytes else { return false }
        guard let context = Libcrypto.cipherContexts.borrow() else { return false }
        var end = 0
        var isSealed =
            start(context.pointer, key: key, nonce: nonce, associated: associated, encrypting: true)
            && update(context.pointer, plaintext, output, &end)
        if isSealed, !padding.isEmpty {
            isSealed = self.padding.withUnsafeBytes { zeros in
                update(context.pointer, UnsafeRawBufferPointer(rebasing: zeros[padding]), output, &end)
            }
        }
        var last: Int32 = 0
        isSealed =
            isSealed && EVP_EncryptFinal_ex(context.pointer, bytes(output + end), &last) == 1 && last == 0
            && EVP_CIPHER_CTX_ctrl(context.pointer, EVP_CTRL_AEAD_GET_TAG, Int32(tagBytes), output + end) == 1
        settle(context, isSealed)
        return isSealed
    }

    /// Reads ciphertext | tag and writes the plaintext, 16 bytes shorter, to `output`.
    static func open(
        key: UnsafeRawBufferPointer, nonce: UnsafeRawPointer, associated: UnsafeRawBufferPointer,
        sealed: UnsafeRawBufferPointer, into output: UnsafeMutableRawPointer
    ) -> Verdict {
        precondition(key.count == keyBytes, "An AES-256 key has 32 bytes.")
        let count = sealed.count - tagBytes
        guard count >= 0, count <= Limits.fieldBytes, let start = sealed.baseAddress else { return .forged }
        guard let context = Libcrypto.cipherContexts.borrow() else { return .failed }
        // libcrypto declares the tag mutable but only reads it when it is set.
        let tag = UnsafeMutableRawPointer(mutating: start + count)
        var end = 0
        let isFed =
            self.start(context.pointer, key: key, nonce: nonce, associated: associated, encrypting: false)
            && EVP_CIPHER_CTX_ctrl(context.pointer, EVP_CTRL_AEAD_SET_TAG, Int32(tagBytes), tag) == 1
            && update(context.pointer, UnsafeRawBufferPointer(rebasing: sealed[..<count]), output, &end)
        var last: Int32 = 0
        let fits = isFed && EVP_DecryptFinal_ex(context.pointer, bytes(output + end), &last) == 1 && last == 0
        if !fits { OPENSSL_cleanse(output, count) }
        settle(context, fits)
        return fits ? .fits : isFed ? .forged : .failed
    }

    private static func start(
        _ context: OpaquePointer, key: UnsafeRawBufferPointer, nonce: UnsafeRawPointer,
        associated: UnsafeRawBufferPointer, encrypting: Bool
    ) -> Bool {
        let direction: Int32 = encrypting ? 1 : 0
        let key = key.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard EVP_CipherInit_ex2(context, nil, key, nonce.assumingMemoryBound(to: UInt8.self), direction, nil) == 1
        else { return false }
        guard let first = associated.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return true }
        var written: Int32 = 0
        return EVP_CipherUpdate(context, nil, &written, first, Int32(associated.count)) == 1
    }

    private static func update(
        _ context: OpaquePointer, _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawPointer, _ end: inout Int
    ) -> Bool {
        guard !input.isEmpty, let first = input.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return true }
        var written: Int32 = 0
        guard EVP_CipherUpdate(context, bytes(output + end), &written, first, Int32(input.count)) == 1 else {
            return false
        }
        end += Int(written)
        return written == Int32(input.count)
    }

    private static func settle(_ context: ContextPool.Context, _ isDone: Bool) {
        if isDone {
            Libcrypto.cipherContexts.giveBack(context)
        } else {
            Libcrypto.cipherContexts.discard(context)
            ERR_clear_error()
        }
    }

    private static func bytes(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutablePointer<UInt8> {
        pointer.assumingMemoryBound(to: UInt8.self)
    }
}
