internal import Desk
internal import Glibc
internal import Vault

/// The folder of sealed exports inside the state folder. A file is named for its export and for nothing else.
struct ExportFolder: Sendable {
    let path: String

    init(of engine: SQLiteEngine) {
        path = StateFiles.folder(of: engine.path) + "/" + Self.name
    }

    static let name = "exports"
    private static let ending = ".sealed"

    func file(of export: ExportID) -> String {
        path + "/" + export.hex + Self.ending
    }

    func make() throws(StoreFailure) {
        guard !StateFiles.exists(path) else { return }
        try StateFiles.makeDirectory(path)
        try StateFiles.sync(StateFiles.folder(of: path))
    }

    /// Names of all files there are; those that can be no export's have nil.
    func files() throws(StoreFailure) -> [(name: String, export: ExportID?)] {
        guard StateFiles.exists(path) else { return [] }
        return try StateFiles.names(in: path).map { name in
            (name, name.hasSuffix(Self.ending) ? ExportID(hex: String(name.dropLast(Self.ending.count))) : nil)
        }
    }

    func remove(_ name: String) throws(StoreFailure) {
        try StateFiles.remove(path + "/" + name)
        try StateFiles.sync(path)
    }

    func remove(_ export: ExportID) throws(StoreFailure) {
        let file = file(of: export)
        guard StateFiles.exists(file) else { return }
        try StateFiles.remove(file)
        try StateFiles.sync(path)
    }

    /// Sealed bytes of a file, at a place it is long enough for.
    func read(_ export: ExportID, _ place: Range<Int>) throws(StoreFailure) -> [UInt8] {
        let descriptor = open(file(of: export), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw StateFiles.failure(errno) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: place.count)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                pread(
                    descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled,
                    off_t(place.lowerBound + filled))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw count == 0 ? .damaged : .ioFailed }
            filled += count
        }
        return bytes
    }
}
