internal import Desk
internal import Vault

/// A content key in the store's words.
struct MessageKey: Sendable {
    let key: ContentKey

    func seal(_ plaintext: [UInt8], at place: FieldPlace, padded: Bool = false) throws(StoreFailure) -> [UInt8] {
        try vault { () throws(VaultFailure) in
            try key.seal(plaintext, at: place, padTo: padded ? Limits.padding : 0)
        }
    }

    func open(_ sealed: [UInt8], at place: FieldPlace) throws(StoreFailure) -> [UInt8] {
        try vault { () throws(VaultFailure) in try key.open(sealed, at: place) }
    }
}
