import Glibc

/// The C library's allocator, told to give back what a peak needed.
///
/// glibc makes up to eight arenas a core, and once a large block was freed it keeps blocks of that size for ever. A
/// daemon of some twenty threads that reads mails of megabytes ends so with arenas as large as the largest mail ever:
/// under load 145 MB were held of which 40 MB were in use, and rising.
enum Allocator {
    private typealias Setting = @convention(c) (CInt, CInt) -> CInt
    private typealias Trim = @convention(c) (Int) -> CInt

    /// Has to come before the first thread. Where the C library knows no such settings, nothing is changed.
    static func settle() {
        guard let symbol = dlsym(nil, "mallopt") else { return }
        let set = unsafeBitCast(symbol, to: Setting.self)
        // mallopt(3): M_ARENA_MAX, M_MMAP_THRESHOLD, M_TRIM_THRESHOLD; setting the second ends its growing by itself.
        _ = set(-8, 2)
        _ = set(-3, 256 * 1024)
        _ = set(-1, 1024 * 1024)
    }

    /// Gives free pages between used ones back (malloc_trim(3)). A few milliseconds while others wait to allocate.
    static func trim() {
        guard let symbol = dlsym(nil, "malloc_trim") else { return }
        _ = unsafeBitCast(symbol, to: Trim.self)(0)
    }
}
