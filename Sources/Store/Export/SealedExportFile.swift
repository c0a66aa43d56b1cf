internal import Desk
internal import Glibc
internal import Vault

/// The file of an export while it is written: sealed chunk by chunk, so that no clear byte reaches the disk.
actor SealedExportFile: ExportFile {
    private let path: String
    private let engine: SQLiteEngine
    private let descriptor: Int32
    private var sealer: FileSealer

    /// Empties what is there. Blocks.
    init(path: String, sealer: FileSealer, engine: SQLiteEngine) throws(StoreFailure) {
        self.path = path
        self.engine = engine
        self.sealer = sealer
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw StateFiles.failure(errno) }
        try Self.write(sealer.opening, to: descriptor)
    }

    deinit {
        close(descriptor)
    }

    func append(_ bytes: [UInt8]) async throws(StoreFailure) {
        let sealed = try vault { () throws(VaultFailure) in try sealer.seal(bytes) }
        guard !sealed.isEmpty else { return }
        let descriptor = descriptor
        try await engine.offload { () throws(StoreFailure) in try Self.write(sealed, to: descriptor) }
    }

    func finish() async throws(StoreFailure) {
        let sealed = try vault { () throws(VaultFailure) in try sealer.finish() }
        let (descriptor, folder) = (descriptor, StateFiles.folder(of: path))
        try await engine.offload { () throws(StoreFailure) in
            try Self.write(sealed, to: descriptor)
            guard fsync(descriptor) == 0 else { throw .ioFailed }
            try StateFiles.sync(folder)
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(StoreFailure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw StateFiles.failure(errno) }
            written += count
        }
    }
}
