import Desk

/// Gives back memory that is free, so that what the daemon holds says what it needs: over years, and on the day a
/// hundred large mails came at once.
struct MemoryLoop: Sendable {
    let world: World

    /// Often enough that a peak is gone when somebody looks, and seldom enough to cost nothing.
    static let every = Duration.seconds(60)

    func run() async {
        while !Task.isCancelled {
            do { try await world.sleep(Self.every) } catch { return }
            Allocator.trim()
        }
    }
}
