package import Mail

/// Removes from one folder of a mail server what an erased person wrote.
///
/// A copy is found by where it went when it was imported, and by asking the server for the sender. It is removed only
/// when its content is what was recorded at intake, read by the same parser: a foreign mail that came to lie under the
/// number we remember stays where it is.
package struct CopyRemoval: Sendable {
    package let erasure: ErasureID
    package let address: EmailAddress
    package let mailbox: MailboxProfile
    package let folder: any CopyMailbox
    package let store: any ErasureStore

    package init(
        erasure: ErasureID, address: EmailAddress, mailbox: MailboxProfile, folder: any CopyMailbox,
        store: any ErasureStore
    ) {
        self.erasure = erasure
        self.address = address
        self.mailbox = mailbox
        self.folder = folder
        self.store = store
    }

    /// `known` are the copies that were noted in this folder.
    package func remove(known: [ServerCopy]) async throws(CopyFailure) -> CopyCount {
        guard let state = try await CopyFailure.opened(folder) else { return CopyCount() }
        let found = try await CopyFailure.asking { () async throws(MailboxFailure) in
            try await folder.search(author: address)
        }
        // A number means nothing in another generation of the folder; the search still finds what it named.
        let remembered = known.filter { $0.uidValidity == state.uidValidity }.map(\.uid)
        let candidates = Set(found).union(remembered).sorted()
        var count = CopyCount()
        for start in stride(from: 0, to: candidates.count, by: Limits.copiesLookedAt) {
            let page = Array(candidates[start..<min(start + Limits.copiesLookedAt, candidates.count)])
            let recorded = try await recorded(among: page)
            guard !recorded.isEmpty else { continue }
            if state.canExpungeByUID, !state.isReadOnly {
                _ = try await CopyFailure.asking { () async throws(MailboxFailure) in
                    try await folder.settle(recorded, by: .delete)
                }
                count.removed += recorded.count
            } else {
                count.left += recorded.count
            }
        }
        return count
    }

    /// Headers first: they tell the sender, and are all that was recorded of a mail too large to fetch.
    private func recorded(among uids: [UInt32]) async throws(CopyFailure) -> [UInt32] {
        let headers = try await CopyFailure.asking { () async throws(MailboxFailure) in
            try await folder.fetchHeaders(uids)
        }
        var recorded = try await CopyFailure.storing { () async throws(StoreFailure) in
            try await store.recordedMails(headers, of: erasure, in: mailbox)
        }
        let rest = headers.filter { !recorded.contains($0.uid) && isFromThePerson($0) }.map(\.uid)
        for start in stride(from: 0, to: rest.count, by: Limits.copiesFetched) {
            let page = Array(rest[start..<min(start + Limits.copiesFetched, rest.count)])
            let whole = try await CopyFailure.asking { () async throws(MailboxFailure) in try await folder.fetch(page) }
            recorded.formUnion(
                try await CopyFailure.storing { () async throws(StoreFailure) in
                    try await store.recordedMails(whole, of: erasure, in: mailbox)
                })
        }
        return recorded.sorted()
    }

    private func isFromThePerson(_ mail: FetchedMessage) -> Bool {
        Authorship(of: MessageParser().parse(mail.bytes), for: mailbox).author?.normalized == address.normalized
    }
}
