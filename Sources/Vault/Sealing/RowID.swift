/// The immutable row a sealed field lives in: an id of ours (16 bytes) or an integer key (8 bytes, big-endian).
package enum RowID: Hashable, Sendable {
    case object(ObjectID)
    case integer(Int64)
}
