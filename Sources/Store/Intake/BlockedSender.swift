internal import Desk
internal import Mail
internal import Vault

/// Whether the author of an arrival is blocked: by address, with or without its tag, or by a domain it lies in.
struct BlockedSender: Sendable {
    private let hashes: [[UInt8]]

    /// None for a mail without an author.
    init(_ author: EmailAddress?, _ maker: HashMaker) {
        guard let author else {
            hashes = []
            return
        }
        var targets: [BlockTarget] = [.address(author)]
        if author.withoutTag != author { targets.append(.address(author.withoutTag)) }
        hashes = (targets + BlockTarget.domains(of: author).map { .domain($0) }).map(maker.block)
    }

    func isThere(_ session: any SQLSession) throws(StoreFailure) -> Bool {
        for hash in hashes where try session.exists("SELECT 1 FROM block WHERE hash = ?", [.blob(hash)]) { return true }
        return false
    }

    /// Counts a mail that was stopped.
    func count(_ session: any SQLSession) throws(StoreFailure) {
        for hash in hashes {
            try session.run("UPDATE block SET stopped = stopped + 1 WHERE hash = ?", [.blob(hash)])
        }
    }
}
