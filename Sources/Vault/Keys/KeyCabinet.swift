/// Where wrapped keys lie. Vault does no I/O; whoever keeps the cabinet sees wrapped bytes only.
///
/// Every verb is synchronous and may be called from any thread. A verb that returns has made its change durable.
package protocol KeyCabinet: Sendable {
    /// Everything but people's keys. Throws when the cabinet was never initialised.
    func load() throws -> CabinetContents
    /// This version of the owner's key, or the newest one; nil when there is none.
    func wrappedKey(owner: ObjectID, version: UInt32?) throws -> WrappedKey?
    /// Fills an empty cabinet. Throws, and changes nothing, when it is not empty.
    func initialise(_ contents: CabinetContents) throws
    /// One durable commit for the batch. Throws, and changes nothing, when one (owner, version) is there already.
    func add(_ keys: [WrappedKey]) throws
    /// Removes every version of the owner's key so that no later read of this cabinet finds it.
    func destroy(owner: ObjectID) throws
}
