/// Why copies could not be removed: the mail server, or the store, which are asked in turn.
package enum CopyFailure: Error, Sendable, Equatable {
    case mailbox(MailboxFailure)
    case store(StoreFailure)

    package var isTransient: Bool {
        switch self {
        case .mailbox(let failure): failure.isTransient
        case .store(let failure): failure.isTransient
        }
    }

    /// nil when there is no such folder, and so no copy in it.
    static func opened(_ folder: any Mailbox) async throws(CopyFailure) -> FolderState? {
        do throws(MailboxFailure) {
            return try await folder.open()
        } catch .folderMissing {
            return nil
        } catch {
            throw .mailbox(error)
        }
    }

    static func asking<Value: Sendable>(
        _ body: () async throws(MailboxFailure) -> Value
    ) async throws(CopyFailure) -> Value {
        do throws(MailboxFailure) { return try await body() } catch { throw .mailbox(error) }
    }

    static func storing<Value: Sendable>(
        _ body: () async throws(StoreFailure) -> Value
    ) async throws(CopyFailure) -> Value {
        do throws(StoreFailure) { return try await body() } catch { throw .store(error) }
    }
}
