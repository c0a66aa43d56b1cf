internal import COpenSSL
internal import Glibc
internal import Synchronization

/// Pages for secrets: kept out of swap where the system allows it and out of core dumps, wiped when given back.
///
/// Small secrets share slabs, because a page, a lock and a map for each key would cost more than sealing a message.
/// A small RLIMIT_MEMLOCK is no failure: the pages are then used unlocked, and `isLocked` says so.
enum SecretMemory {
    /// One piece of secret memory with one owner, who must give it back.
    struct Piece: @unchecked Sendable {  // Its bytes are written before it is shared and wiped after the last use.
        let bytes: UnsafeMutableRawBufferPointer
        let isLocked: Bool
    }

    private static let idle = Mutex<[Piece]>([])

    /// A piece of exactly `count` bytes. Traps when the system has no memory left, as every allocation in Swift does.
    static func take(_ count: Int) -> Piece {
        precondition((0...Limits.secretBytes).contains(count), "A secret is a key or a password, not a document.")
        guard count <= Limits.slotBytes else { return map(count) }
        let slot = idle.withLock { idle in
            if idle.isEmpty { idle = newSlab() }
            return idle.removeLast()
        }
        return Piece(bytes: UnsafeMutableRawBufferPointer(rebasing: slot.bytes[..<count]), isLocked: slot.isLocked)
    }

    static func giveBack(_ piece: Piece) {
        OPENSSL_cleanse(piece.bytes.baseAddress, piece.bytes.count)
        guard piece.bytes.count <= Limits.slotBytes else {
            munmap(piece.bytes.baseAddress, piece.bytes.count)
            return
        }
        let slot = UnsafeMutableRawBufferPointer(start: piece.bytes.baseAddress, count: Limits.slotBytes)
        idle.withLock { $0.append(Piece(bytes: slot, isLocked: piece.isLocked)) }
    }

    private static func newSlab() -> [Piece] {
        let slab = map(Limits.slabBytes)
        return stride(from: 0, to: Limits.slabBytes, by: Limits.slotBytes).map { start in
            let slot = slab.bytes[start..<start + Limits.slotBytes]
            return Piece(bytes: UnsafeMutableRawBufferPointer(rebasing: slot), isLocked: slab.isLocked)
        }
    }

    private static func map(_ count: Int) -> Piece {
        let pages = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let pages, pages != MAP_FAILED else { preconditionFailure("No memory is left for secrets.") }
        // A kernel without MADV_DONTDUMP still has RLIMIT_CORE=0; nothing can be done about it here.
        _ = madvise(pages, count, MADV_DONTDUMP)
        let isLocked = mlock(pages, count) == 0
        return Piece(bytes: UnsafeMutableRawBufferPointer(start: pages, count: count), isLocked: isLocked)
    }
}
