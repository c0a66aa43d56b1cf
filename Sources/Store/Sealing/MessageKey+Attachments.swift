internal import Desk
internal import Vault

/// Attachments under their message's key, in the store's words.
extension MessageKey {
    func sealAttachment(_ bytes: [UInt8], of id: AttachmentID) throws(StoreFailure) -> [UInt8] {
        try vault { () throws(VaultFailure) in
            try key.sealAttachment(bytes, at: Place.bytes(of: id), attachment: id.object)
        }
    }

    func openAttachment(_ sealed: [UInt8], of id: AttachmentID) throws(StoreFailure) -> [UInt8] {
        try vault { () throws(VaultFailure) in
            try key.openAttachment(sealed, at: Place.bytes(of: id), attachment: id.object)
        }
    }
}
