internal import Desk
internal import Vault

/// The key of an export's file: random, sealed under a key of the export's own, and that sealed under the person's.
///
/// So it ends in two ways, each enough: the export's own key is destroyed when its time is over, the person's when the
/// person is erased; and neither an older desk.db nor a copy of the file opens it then.
struct ExportKey {
    let sealer: Sealer
    let id: ExportID

    /// A new one, and how it lies in the row.
    func make(for person: PersonID) throws(StoreFailure) -> (key: ContentKey, wrapped: [UInt8]) {
        let made = try vault { () throws(VaultFailure) in
            try sealer.keys.makeContentKey(at: Place.exportKey(id), owner: id.object)
        }
        return (made.key, try sealer.seal(made.wrapped, at: Place.exportWrapping(id), owner: person, padded: false))
    }

    func open(_ wrapped: [UInt8], of person: PersonID) throws(StoreFailure) -> ContentKey {
        let inner = try sealer.open(wrapped, at: Place.exportWrapping(id), owner: person)
        return try vault { () throws(VaultFailure) in
            try sealer.keys.openContentKey(inner, at: Place.exportKey(id), owner: id.object)
        }
    }
}
