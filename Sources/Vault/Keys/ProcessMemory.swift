internal import COpenSSL

/// The memory of this process as a whole. A dump of it would be keys and customer mail in clear (gdpr.md B12).
package enum ProcessMemory {
    /// No core dumps and no ptrace by others of the same user. Best effort: an old kernel only keeps its default.
    package static func refuseDumps() {
        _ = copenssl_refuse_dumps()
    }
}
