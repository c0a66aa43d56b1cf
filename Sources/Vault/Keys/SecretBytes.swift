internal import COpenSSL

/// A secret of fixed length in wiped, undumpable and, where allowed, unswappable memory.
///
/// It is written once, while it is made, and only read afterwards, so any number of threads may share it.
/// It never becomes text: printing it shows its length.
package final class SecretBytes: Sendable {
    private let piece: SecretMemory.Piece

    package var count: Int { piece.bytes.count }
    /// Whether the kernel promised to keep it out of swap.
    package var isLocked: Bool { piece.isLocked }

    package convenience init(random count: Int) throws(VaultFailure) {
        try self.init(count: count) { buffer throws(VaultFailure) in try Randomness.fillSecret(buffer) }
    }

    package convenience init(copying bytes: UnsafeRawBufferPointer) {
        self.init(count: bytes.count) { $0.copyMemory(from: bytes) }
    }

    /// Copies bytes whose array the caller still has to let go of.
    package convenience init(copying bytes: [UInt8]) {
        self.init(count: bytes.count) { $0.copyBytes(from: bytes) }
    }

    /// Makes a secret in place. Whatever `fill` writes never lies anywhere else.
    init<Failure: Error>(
        count: Int, fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let piece = SecretMemory.take(count)
        do {
            try fill(piece.bytes)
        } catch {
            SecretMemory.giveBack(piece)
            throw error
        }
        self.piece = piece
    }

    deinit {
        SecretMemory.giveBack(piece)
    }

    package func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(piece.bytes))
    }

    package func constantTimeEquals(_ other: SecretBytes) -> Bool {
        withUnsafeBytes { mine in other.withUnsafeBytes { ConstantTime.equal(mine, $0) } }
    }

    package func constantTimeEquals(_ other: [UInt8]) -> Bool {
        withUnsafeBytes { mine in other.withUnsafeBytes { ConstantTime.equal(mine, $0) } }
    }
}

extension SecretBytes: CustomStringConvertible, CustomReflectable {
    package var description: String { "<\(count) secret bytes>" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
