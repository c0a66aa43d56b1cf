internal import COpenSSL

/// SHA-256 without a key, for what is random already (tokens) or public (texts, manifests); never for an address.
package enum Digest {
    package static func sha256(_ message: [UInt8]) -> [UInt8] {
        message.withUnsafeBytes { sha256($0) }
    }

    package static func sha256(_ message: UnsafeRawBufferPointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            let context = Libcrypto.digestContexts.borrow()
            var written: UInt32 = 0
            guard let context, EVP_DigestInit_ex2(context.pointer, Libcrypto.sha256, nil) == 1,
                EVP_DigestUpdate(context.pointer, message.baseAddress, message.count) == 1,
                EVP_DigestFinal_ex(context.pointer, buffer.baseAddress, &written) == 1, written == 32
            else { preconditionFailure("libcrypto could not compute SHA-256; it is out of memory.") }
            Libcrypto.digestContexts.giveBack(context)
            count = 32
        }
    }
}
