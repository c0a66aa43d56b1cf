internal import Desk
internal import Glibc

/// Searches files for marks, byte by byte, whatever the files mean.
struct ByteSearch: Sendable {
    struct Result: Sendable, Equatable {
        var bytes: Int64 = 0
        var found = 0
    }

    private let marks: [[UInt8]]
    private let overlap: Int

    /// Marks that are too short to mean anything are left out.
    init(_ marks: [[UInt8]]) {
        self.marks = marks.filter { $0.count >= Self.shortestMark }
        overlap = max(0, (self.marks.map(\.count).max() ?? 1) - 1)
    }

    /// Every file of the folder and those below it but the ones named. A file that goes meanwhile is not missed.
    /// Blocks.
    func search(folder: String, except names: Set<String>) throws(StoreFailure) -> Result {
        var result = Result()
        for name in try StateFiles.names(in: folder) where !names.contains(name) {
            let path = folder + "/" + name
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            let one: Result
            switch status.st_mode & S_IFMT {
            case S_IFDIR: one = try search(folder: path, except: [])
            case S_IFREG: one = try search(file: path)
            default: continue
            }
            result.bytes += one.bytes
            result.found += one.found
        }
        return result
    }

    private func search(file path: String) throws(StoreFailure) -> Result {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw StateFiles.failure(errno) }
            return Result()
        }
        defer { close(descriptor) }
        var result = Result()
        var piece = [UInt8](repeating: 0, count: overlap + Limits.scannedBytes)
        // The end of a piece stands again before the next one, so that no mark is cut in two.
        var kept = 0
        while true {
            let count = piece.withUnsafeMutableBytes { bytes in
                read(descriptor, bytes.baseAddress.map { $0 + kept }, Limits.scannedBytes)
            }
            guard count >= 0 else { throw .ioFailed }
            if count == 0 { return result }
            let length = kept + count
            result.bytes += Int64(count)
            result.found += piece.withUnsafeBytes { bytes in
                marks.map { Self.count($0, in: bytes, length, kept) }.reduce(0, +)
            }
            let next = min(overlap, length)
            piece.replaceSubrange(0..<next, with: Array(piece[length - next..<length]))
            kept = next
        }
    }

    /// How often a mark ends beyond `seen`: what ended before was counted with the piece before.
    private static func count(_ mark: [UInt8], in bytes: UnsafeRawBufferPointer, _ length: Int, _ seen: Int) -> Int {
        guard let base = bytes.baseAddress, let first = mark.first else { return 0 }
        var found = 0
        var start = max(0, seen - mark.count + 1)
        while start + mark.count <= length,
            let hit = memchr(base + start, Int32(first), length - mark.count + 1 - start)
        {
            if memcmp(hit, mark, mark.count) == 0 { found += 1 }
            start = UnsafeRawPointer(hit) - base + 1
        }
        return found
    }

    /// Shorter ones would be found by chance.
    private static let shortestMark = 6
}
