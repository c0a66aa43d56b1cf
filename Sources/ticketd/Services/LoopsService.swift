import Desk
import Foundation
import ServiceLifecycle
import Synchronization

/// Runs the loops of one configuration after the other: a watcher and a worker for each mailbox, and the backups.
///
/// A reload ends one generation and starts the next. Ending is gentle: workers finish the mail in their hands, watchers
/// are cancelled, which their state table survives by design. A loop that says the process must stop ends the service.
struct LoopsService: Service {
    let generations: Generations

    func run() async throws {
        await withGracefulShutdownHandler {
            await generations.begin()
        } onGracefulShutdown: {
            generations.stop()
        }
        if let failure = generations.failure { throw failure }
    }
}
