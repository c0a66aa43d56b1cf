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

    package struct Count: Sendable, Equatable {
        package var removed = 0
        /// Found, and the server offers no safe way to remove it: neither RFC 4315 nor the right to write.
        package var left = 0

        package init(removed: Int = 0, left: Int = 0) {
            self.removed = removed
            self.left = left
        }

        static func + (one: Count, other: Count) -> Count {
            Count(removed: one.removed + other.removed, left: one.left + other.left)
        }
    }

    package enum Failure: Error, Sendable, Equatable {
        case mailbox(MailboxFailure)
        case store(StoreFailure)

        package var isTransient: Bool {
            switch self {
            case .mailbox(let failure): failure.isTransient
            case .store(let failure): failure.isTransient
            }
        }
    }

    /// `known` are the copies that were noted in this folder.
    package func remove(known: [ServerCopy]) async throws(Failure) -> Count {
        guard let state = try await opened() else { return Count() }
        let found = try await asking { () async throws(MailboxFailure) in try await folder.search(author: address) }
        // A number means nothing in another generation of the folder; the search still finds what it named.
        let remembered = known.filter { $0.uidValidity == state.uidValidity }.map(\.uid)
        let candidates = Set(found).union(remembered).sorted()
        var count = Count()
        for start in stride(from: 0, to: candidates.count, by: Limits.copiesLookedAt) {
            let page = Array(candidates[start..<min(start + Limits.copiesLookedAt, candidates.count)])
            let recorded = try await recorded(among: page)
            guard !recorded.isEmpty else { continue }
            if state.canExpungeByUID, !state.isReadOnly {
                _ = try await asking { () async throws(MailboxFailure) in
                    try await folder.settle(recorded, by: .delete)
                }
                count.removed += recorded.count
            } else {
                count.left += recorded.count
            }
        }
        return count
    }

    /// nil when there is no such folder, and so no copy in it.
    private func opened() async throws(Failure) -> FolderState? {
        do throws(MailboxFailure) {
            return try await folder.open()
        } catch .folderMissing {
            return nil
        } catch {
            throw .mailbox(error)
        }
    }

    /// Headers first: they tell the sender, and are all that was recorded of a mail too large to fetch.
    private func recorded(among uids: [UInt32]) async throws(Failure) -> [UInt32] {
        let headers = try await asking { () async throws(MailboxFailure) in try await folder.fetchHeaders(uids) }
        var recorded = try await storing { () async throws(StoreFailure) in
            try await store.recordedMails(headers, of: erasure, in: mailbox)
        }
        let rest = headers.filter { !recorded.contains($0.uid) && isFromThePerson($0) }.map(\.uid)
        for start in stride(from: 0, to: rest.count, by: Limits.copiesFetched) {
            let page = Array(rest[start..<min(start + Limits.copiesFetched, rest.count)])
            let whole = try await asking { () async throws(MailboxFailure) in try await folder.fetch(page) }
            recorded.formUnion(
                try await storing { () async throws(StoreFailure) in
                    try await store.recordedMails(whole, of: erasure, in: mailbox)
                })
        }
        return recorded.sorted()
    }

    private func isFromThePerson(_ mail: FetchedMessage) -> Bool {
        Authorship(of: MessageParser().parse(mail.bytes), for: mailbox).author?.normalized == address.normalized
    }

    private func asking<Value: Sendable>(
        _ body: () async throws(MailboxFailure) -> Value
    ) async throws(Failure) -> Value {
        do throws(MailboxFailure) { return try await body() } catch { throw .mailbox(error) }
    }

    private func storing<Value: Sendable>(
        _ body: () async throws(StoreFailure) -> Value
    ) async throws(Failure) -> Value {
        do throws(StoreFailure) { return try await body() } catch { throw .store(error) }
    }
}
