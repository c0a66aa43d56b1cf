import Mail

/// Ends the copies of imported mail in the folder they were moved to, after `keep_imported`: a bounded page at a time.
///
/// A copy is removed only when it still lies under the number that was noted, in the same generation of the folder, and
/// when its bytes, read by the same parser, are a mail that was recorded at intake. Everything else stays where it is.
package struct CopyExpiry: Sendable {
    package let mailbox: MailboxName
    package let store: any RetentionStore
    /// One folder of the mailbox, not opened yet; nil when the configuration no longer has it.
    package let folder: @Sendable (_ name: String) -> (any Mailbox)?

    package init(
        mailbox: MailboxName, store: any RetentionStore, folder: @escaping @Sendable (_ name: String) -> (any Mailbox)?
    ) {
        self.mailbox = mailbox
        self.store = store
        self.folder = folder
    }

    /// All of them may lie in different folders.
    package func remove(_ copies: [ServerCopy]) async throws(CopyFailure) -> CopyCount {
        var count = CopyCount()
        for (name, copies) in Dictionary(grouping: copies, by: \.folder).sorted(by: { $0.key < $1.key }) {
            guard let folder = folder(name) else {
                count.left += copies.count
                continue
            }
            let outcome = await attempt(copies, in: folder)
            await folder.close()
            count = count + (try outcome.get())
        }
        return count
    }

    private func attempt(
        _ copies: [ServerCopy], in folder: any Mailbox
    ) async -> Result<CopyCount, CopyFailure> {
        do throws(CopyFailure) {
            return .success(try await removed(copies, in: folder))
        } catch {
            return .failure(error)
        }
    }

    private func removed(
        _ copies: [ServerCopy], in folder: any Mailbox
    ) async throws(CopyFailure) -> CopyCount {
        guard let state = try await CopyFailure.opened(folder) else {
            // Somebody removed the folder, and with it what lay there.
            try await forget(copies)
            return CopyCount()
        }
        // A number means nothing in another generation of the folder.
        let current = copies.filter { $0.uidValidity == state.uidValidity }
        var count = CopyCount(left: copies.count - current.count)
        for start in stride(from: 0, to: current.count, by: Limits.copiesFetched) {
            let page = Array(current[start..<min(start + Limits.copiesFetched, current.count)])
            let canRemove = state.canExpungeByUID && !state.isReadOnly
            count = count + (try await remove(page, from: folder, canRemove: canRemove))
        }
        return count
    }

    private func remove(
        _ page: [ServerCopy], from folder: any Mailbox, canRemove: Bool
    ) async throws(CopyFailure) -> CopyCount {
        let mails = try await CopyFailure.asking { () async throws(MailboxFailure) in
            try await folder.fetch(page.map(\.uid))
        }
        let missing = page.map(\.uid).filter { uid in !mails.contains { $0.uid == uid } }
        // What brings a header and no body is there all the same.
        let empty = try await CopyFailure.asking { () async throws(MailboxFailure) in
            missing.isEmpty ? [] : try await folder.fetchHeaders(missing)
        }
        let gone = page.filter { copy in
            missing.contains(copy.uid) && !empty.contains { $0.uid == copy.uid }
        }
        let recorded = try await CopyFailure.storing { () async throws(StoreFailure) in
            try await store.recordedMails(mails)
        }
        guard canRemove else {
            try await forget(gone)
            return CopyCount(left: page.count - gone.count)
        }
        if !recorded.isEmpty {
            _ = try await CopyFailure.asking { () async throws(MailboxFailure) in
                try await folder.settle(recorded.sorted(), by: .delete)
            }
            Fault.point(.t6)
        }
        try await forget(gone + page.filter { recorded.contains($0.uid) })
        return CopyCount(removed: recorded.count, left: page.count - gone.count - recorded.count)
    }

    private func forget(_ copies: [ServerCopy]) async throws(CopyFailure) {
        guard !copies.isEmpty else { return }
        try await CopyFailure.storing { () async throws(StoreFailure) in
            try await store.forgetCopies(copies, of: mailbox)
        }
    }
}
