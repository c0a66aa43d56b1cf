internal import Desk
internal import Vault

/// The key ring in the store's words: the same verbs, with the failures of a store.
struct Sealer: Sendable {
    let keys: KeyRing
    /// Whether it opens what is withheld as well: for the data protection officer, for the person, and for steps that
    /// show nothing to anybody.
    var opensHeld = false

    func opening(held: Bool) -> Sealer {
        Sealer(keys: keys, opensHeld: held)
    }

    func seal(
        _ plaintext: [UInt8], at place: FieldPlace, owner: PersonID, padded: Bool = true
    ) throws(StoreFailure) -> [UInt8] {
        try vault { () throws(VaultFailure) in
            try keys.seal(plaintext, at: place, owner: owner.object, padTo: padded ? Limits.padding : 0)
        }
    }

    func open(_ sealed: [UInt8], at place: FieldPlace, owner: PersonID) throws(StoreFailure) -> [UInt8] {
        try vault { () throws(VaultFailure) in
            try keys.open(sealed, at: place, owner: owner.object, opensHeld: opensHeld)
        }
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
                try keys.openContentKey(
                    wrapped, at: Place.messageKey(message, in: ticket), owner: owner.object, opensHeld: opensHeld)
            })
    }

    /// The key of a message that moves to another ticket, bound to it from then on. What was sealed under the key stays
    /// as it is. One that nobody can open any more, because its owner was erased, is left to be what it is.
    func rebind(
        _ wrapped: [UInt8], of message: TicketMessageID, from old: TicketNumber, to new: TicketNumber, owner: PersonID
    ) throws(StoreFailure) -> [UInt8] {
        do throws(StoreFailure) {
            return try vault { () throws(VaultFailure) in
                try keys.moveContentKey(
                    wrapped, from: Place.messageKey(message, in: old), to: Place.messageKey(message, in: new),
                    owner: owner.object)
            }
        } catch .keyDestroyed {
            return wrapped
        }
    }

    /// For what belongs to nobody we know: unread mail, labels, evidence about an address that may be erased.
    var desk: MessageKey { MessageKey(key: keys.quarantineKey) }
}
