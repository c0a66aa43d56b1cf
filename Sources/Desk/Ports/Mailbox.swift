package import Foundation

/// One folder on one IMAP server, as the intake sees it. One owner at a time.
///
/// `fetch` and `settle` may be called while an earlier call is still in flight: the implementation pipelines.
/// Nothing here changes the server except `settle`.
package protocol Mailbox: Sendable {
    /// Connects when necessary and selects the folder.
    func open() async throws(MailboxFailure) -> FolderState
    /// What the folder holds above `uid`, ascending. Sizes are the server's word and may be wrong.
    func list(after uid: UInt32) async throws(MailboxFailure) -> [ListedMessage]
    /// The whole messages, without setting `\Seen`. A message that is gone or came empty is absent.
    func fetch(_ uids: [UInt32]) async throws(MailboxFailure) -> [FetchedMessage]
    /// The header sections only, for messages too large to fetch.
    func fetchHeaders(_ uids: [UInt32]) async throws(MailboxFailure) -> [FetchedMessage]
    /// Tells the server that these are stored with us. Answers where each copy went, when the server says.
    func settle(_ uids: [UInt32], by action: AfterImport) async throws(MailboxFailure) -> [UInt32: ServerCopy]
    /// Returns when the server reports news or the time is over, whichever is first.
    func waitForNews(atMost duration: Duration) async throws(MailboxFailure)
    /// Logs out and forgets the connection. Never fails.
    func close() async
}

/// What SELECT told.
package struct FolderState: Sendable, Equatable {
    package var uidValidity: UInt32
    package var nextUID: UInt32?
    package var exists: UInt32
    package var isReadOnly: Bool
    package var canIdle: Bool
    package var canMove: Bool
    package var canExpungeByUID: Bool

    package init(
        uidValidity: UInt32, nextUID: UInt32?, exists: UInt32, isReadOnly: Bool, canIdle: Bool, canMove: Bool,
        canExpungeByUID: Bool
    ) {
        self.uidValidity = uidValidity
        self.nextUID = nextUID
        self.exists = exists
        self.isReadOnly = isReadOnly
        self.canIdle = canIdle
        self.canMove = canMove
        self.canExpungeByUID = canExpungeByUID
    }
}

package struct ListedMessage: Sendable, Equatable {
    package var uid: UInt32
    package var size: Int
    package var internalDate: Date?
    package var isSeen: Bool

    package init(uid: UInt32, size: Int, internalDate: Date?, isSeen: Bool) {
        self.uid = uid
        self.size = size
        self.internalDate = internalDate
        self.isSeen = isSeen
    }
}

package struct FetchedMessage: Sendable {
    package var uid: UInt32
    package var bytes: [UInt8]

    package init(uid: UInt32, bytes: [UInt8]) {
        self.uid = uid
        self.bytes = bytes
    }
}

/// What happens to the server's copy once ours is on disk.
package enum AfterImport: Sendable, Equatable {
    case move(to: String)
    case delete
    case keep
}

/// Where the server's copy of an imported mail is now (RFC 4315 COPYUID), for expunging and erasing it later.
package struct ServerCopy: Sendable, Equatable {
    package var folder: String
    package var uidValidity: UInt32
    package var uid: UInt32

    package init(folder: String, uidValidity: UInt32, uid: UInt32) {
        self.folder = folder
        self.uidValidity = uidValidity
        self.uid = uid
    }
}

package enum MailboxFailure: Error, Sendable, Equatable {
    /// The server refused name and password, for good (AUTHENTICATIONFAILED and its like).
    case loginRefused
    /// There is no token to log in with until a person signs in (`ticketd mailboxes login`). Nothing was said to the
    /// server.
    case signInNeeded
    case unreachable
    case tlsRefused
    /// The server said something no IMAP server may say.
    case protocolViolation
    /// BYE, UNAVAILABLE, INUSE, LIMIT, OVERQUOTA: try later.
    case serverUnavailable
    case folderMissing

    package var isTransient: Bool {
        switch self {
        case .unreachable, .serverUnavailable, .protocolViolation: true
        case .loginRefused, .signInNeeded, .tlsRefused, .folderMissing: false
        }
    }
}
