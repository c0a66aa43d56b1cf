internal import COpenSSL

/// Unpredictable bytes from libcrypto's generator, which reseeds itself after a fork. It fails rather than guess.
package enum Randomness {
    package static func bytes(_ count: Int) throws(VaultFailure) -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized throws(VaultFailure) in
            try fill(UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count]))
            initialized = count
        }
    }

    /// For what may be seen, as nonces and salts.
    static func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(VaultFailure) {
        guard let start = buffer.baseAddress, let count = Int32(exactly: buffer.count) else { return }
        guard RAND_bytes(start.assumingMemoryBound(to: UInt8.self), count) == 1 else {
            ERR_clear_error()
            throw .unavailable(.randomness)
        }
    }

    /// For keys: a generator of its own, whose output is never shown.
    static func fillSecret(_ buffer: UnsafeMutableRawBufferPointer) throws(VaultFailure) {
        guard let start = buffer.baseAddress, let count = Int32(exactly: buffer.count) else { return }
        guard RAND_priv_bytes(start.assumingMemoryBound(to: UInt8.self), count) == 1 else {
            ERR_clear_error()
            throw .unavailable(.randomness)
        }
    }
}
