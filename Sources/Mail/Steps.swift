#if DEBUG
    internal import Synchronization
#endif

/// Counts the work of reading, so that tests can show that it grows as the input does and no faster.
///
/// Every scanner says how many octets or things it looked at, those it looked at in vain included. A count belongs to
/// the task that asked for it. In release builds nothing of this is left.
enum Steps {
    #if DEBUG
        /// The steps of one piece of work.
        final class Tally: Sendable {
            fileprivate let total = Atomic<Int>(0)
            var count: Int { total.load(ordering: .relaxed) }
        }

        @TaskLocal static var tally: Tally?

        static func add(_ count: Int) {
            tally?.total.wrappingAdd(count, ordering: .relaxed)
        }
    #else
        @inline(__always) static func add(_ count: Int) {}
    #endif
}
