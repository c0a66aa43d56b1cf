/// A body that is made while it is sent, so that it never lies in memory whole. Its length is known before.
///
/// When its maker has no more before the length is reached, it breaks: the connection ends, and the reader, who was
/// told the length, sees that something is missing.
package struct BodyStream: AsyncSequence, Sendable {
    package struct Broken: Error {}

    package typealias Element = [UInt8]

    package let length: Int
    /// The piece of this number; nil when there is none.
    private let make: @Sendable (Int) async -> [UInt8]?

    package init(length: Int, make: @escaping @Sendable (Int) async -> [UInt8]?) {
        self.length = length
        self.make = make
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(rest: length, make: make)
    }

    package struct Iterator: AsyncIteratorProtocol {
        var rest: Int
        let make: @Sendable (Int) async -> [UInt8]?
        private var index = 0

        init(rest: Int, make: @escaping @Sendable (Int) async -> [UInt8]?) {
            self.rest = rest
            self.make = make
        }

        package mutating func next() async throws -> [UInt8]? {
            guard rest > 0 else { return nil }
            guard let piece = await make(index), !piece.isEmpty, piece.count <= rest else { throw Broken() }
            index += 1
            rest -= piece.count
            return piece
        }
    }
}
