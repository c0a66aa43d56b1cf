internal import Desk
internal import Vault

/// The key ring in the store's words: the same verbs, with the failures of a store.
struct Sealer: Sendable {
    let keys: KeyRing

    func seal(
        _ plaintext: [UInt8], at place: FieldPlace, owner: PersonID, padded: Bool = true
    ) throws(StoreFailure) -> [UInt8] {
        try vault { () throws(VaultFailure) in
            try keys.seal(plaintext, at: place, owner: owner.object, padTo: padded ? Limits.padding : 0)
        }
    }

    func open(_ sealed: [UInt8], at place: FieldPlace, owner: PersonID) throws(StoreFailure) -> [UInt8] {
        try vault { () throws(VaultFailure) in try keys.open(sealed, at: place, owner: owner.object) }
    }

    /// The key of one message, bound to its row, its ticket and its owner.
    func makeMessageKey(
        of message: TicketMessageID, in ticket: TicketNumber, owner: PersonID
    ) throws(StoreFailure) -> (key: MessageKey, wrapped: [UInt8]) {
        let made = try vault { () throws(VaultFailure) in
            try keys.makeContentKey(at: Place.messageKey(message, in: ticket), owner: owner.object)
        }
        return (MessageKey(key: made.key), made.wrapped)
    }

    func openMessageKey(
        _ wrapped: [UInt8], of message: TicketMessageID, in ticket: TicketNumber, owner: PersonID
    ) throws(StoreFailure) -> MessageKey {
        MessageKey(
            key: try vault { () throws(VaultFailure) in
                try keys.openContentKey(wrapped, at: Place.messageKey(message, in: ticket), owner: owner.object)
            })
    }

    /// For what belongs to nobody we know: unread mail, labels, evidence about an address that may be erased.
    var desk: MessageKey { MessageKey(key: keys.quarantineKey) }
}
