internal import COpenSSL

/// HMAC-SHA-256 of whatever is fed to it, under one key.
///
/// It can only fail for want of memory, and then it stops the process as any allocation in Swift does,
/// because a look-up that silently answers with another hash would split a person in two.
package final class IncrementalMAC {
    static let bytes = 32

    private var context: ContextPool.Context?

    private init(_ context: ContextPool.Context) {
        self.context = context
    }

    convenience init(key: UnsafeRawBufferPointer) {
        self.init(Self.context(keyed: key))
    }

    convenience init(key: SecretBytes) {
        self.init(key.withUnsafeBytes { Self.context(keyed: $0) })
    }

    convenience init(key: SecretBytes, label: StaticString) {
        self.init(key: key)
        update(label)
    }

    deinit {
        if let context { Libcrypto.macContexts.discard(context) }
    }

    package func update(_ message: UnsafeRawBufferPointer) {
        guard let context else { preconditionFailure("A finished hash takes no more input.") }
        guard let first = message.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
        guard EVP_MAC_update(context.pointer, first, message.count) == 1 else { Self.stop() }
    }

    package func update(_ message: [UInt8]) {
        message.withUnsafeBytes { update($0) }
    }

    func update(_ text: String) {
        var text = text
        text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
    }

    /// A label is written with the zero byte it ends with, so that no label is the beginning of another.
    private func update(_ label: StaticString) {
        update(UnsafeRawBufferPointer(start: label.utf8Start, count: label.utf8CodeUnitCount))
    }

    /// The 32 bytes. Afterwards nothing more may be fed.
    package func finish() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Self.bytes) { buffer, count in
            finish(into: UnsafeMutableRawBufferPointer(buffer))
            count = Self.bytes
        }
    }

    func finish(into output: UnsafeMutableRawBufferPointer) {
        precondition(output.count >= Self.bytes, "A SHA-256 MAC has 32 bytes.")
        guard let context else { preconditionFailure("A hash is finished once.") }
        var written = 0
        let first = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard EVP_MAC_final(context.pointer, first, &written, output.count) == 1, written == Self.bytes else {
            Self.stop()
        }
        self.context = nil
        Libcrypto.macContexts.giveBack(context)
    }

    private static func context(keyed key: UnsafeRawBufferPointer) -> ContextPool.Context {
        let context = Libcrypto.macContexts.borrow()
        let first = key.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard let context, EVP_MAC_init(context.pointer, first, key.count, nil) == 1 else { stop() }
        return context
    }

    private static func stop() -> Never {
        preconditionFailure("libcrypto could not compute an HMAC; it is out of memory.")
    }
}
