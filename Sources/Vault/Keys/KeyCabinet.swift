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
    /// One durable commit for the batch. Throws, and changes nothing, when one (owner, version) is there already, or is
    /// wrapped under an epoch that is not there any more.
    func add(_ keys: [WrappedKey]) throws
    /// Removes every version of the owners' keys, in one commit, so that no later read of this cabinet finds one.
    func destroy(owners: [ObjectID]) throws
    /// Adds an epoch. Throws, and changes nothing, when the contents are wrapped under another root than this.
    func add(_ epoch: CabinetContents.Epoch, under root: KeyID) throws
    /// Some keys wrapped under older epochs than this. Held ones are under none.
    func wrappedKeys(below epoch: UInt32, limit: Int) throws -> [WrappedKey]
    /// Puts these in the place of the keys with the same owner and version that are held, or of those that are not, in
    /// one commit. What is gone stays gone. Throws, and changes nothing, when one is wrapped under an epoch that is not
    /// there any more.
    func replace(_ keys: [WrappedKey], whereHeld: Bool) throws
    /// Removes every epoch below this one. Throws, and changes nothing, while a key is wrapped under one of them.
    func destroyEpochs(below epoch: UInt32) throws
    /// Puts other contents in place, in one commit. Throws, and changes nothing, when the present ones are not `old`.
    func replace(_ old: CabinetContents, with new: CabinetContents) throws
}
