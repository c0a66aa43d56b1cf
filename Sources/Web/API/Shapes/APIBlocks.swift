import Desk
package import Foundation

/// Blocks there are. Whom they name is kept as a keyed hash and cannot be shown.
package struct APIBlocks: Codable, Sendable, Equatable {
    package struct Block: Codable, Sendable, Equatable {
        /// `address` or `domain`.
        package var kind: String
        package var since: Date
        /// How many mails it has stopped.
        package var stopped: Int

        init(_ block: Desk.Block) {
            kind = block.kind.rawValue
            since = block.since
            stopped = block.stopped
        }
    }

    package var blocks: [Block]
}

/// Whether there was a block to remove.
package struct APIUnblocked: Codable, Sendable, Equatable {
    package var removed: Bool
}
