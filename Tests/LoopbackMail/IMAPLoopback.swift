import Synchronization

/// A scripted IMAP server on 127.0.0.1, plain text only, that behaves well until told otherwise.
///
/// It knows what ticketd uses: CAPABILITY, LOGIN, AUTHENTICATE PLAIN, SELECT, EXAMINE, NOOP, UID SEARCH/FETCH/STORE/
/// COPY/MOVE/EXPUNGE, CREATE, IDLE, LOGOUT. Folders can be filled and read by the test while it runs.
package final class IMAPLoopback: Sendable {
    struct State: Sendable {
        var folders: [String: IMAPFolder] = ["INBOX": IMAPFolder(uidValidity: 1_000)]
        var capabilities = ["IMAP4rev1", "AUTH=PLAIN", "IDLE", "MOVE", "UIDPLUS", "UNSELECT"]
        var user = "desk"
        var password = "secret"
        var misbehaviour = IMAPMisbehaviour()
        var connections = 0
        var changes = 0
    }

    let state = Mutex(State())
    package let log: EventLog
    private let listener: LoopbackListener

    package init(log: EventLog = EventLog()) {
        self.log = log
        listener = LoopbackListener()
        listener.serve { [weak self] stream in
            guard let self else { return }
            IMAPConversation(server: self, stream: stream).run()
        }
    }

    package var port: UInt16 { listener.port }
    package var url: String { "imap://127.0.0.1:\(port)" }
    package var connectionsMade: Int { state.withLock { $0.connections } }
    package var openConnections: Int { listener.connections }

    package func stop() {
        listener.stop()
    }

    package func dropConnections() {
        listener.dropConnections()
    }

    package func misbehave(_ change: (inout IMAPMisbehaviour) -> Void) {
        state.withLock { change(&$0.misbehaviour) }
    }

    package func behave() {
        state.withLock { $0.misbehaviour = IMAPMisbehaviour() }
    }

    package func setCapabilities(_ names: [String]) {
        state.withLock { $0.capabilities = names }
    }

    package func setPassword(_ password: String) {
        state.withLock { $0.password = password }
    }

    /// Adds the folder when it is missing.
    @discardableResult
    package func deliver(
        _ bytes: [UInt8], to folder: String = "INBOX", flags: Set<String> = [],
        internalDate: String = "24-Nov-2026 06:00:00 +0000"
    ) -> UInt32 {
        state.withLock { state in
            state.changes += 1
            return state.folders[folder, default: IMAPFolder(uidValidity: 2_000)]
                .add(bytes, flags: flags, internalDate: internalDate)
        }
    }

    package func change(_ folder: String = "INBOX", _ body: (inout IMAPFolder) -> Void) {
        state.withLock { state in
            body(&state.folders[folder, default: IMAPFolder(uidValidity: 2_000)])
            state.changes += 1
        }
    }

    package func folder(_ name: String) -> IMAPFolder? {
        state.withLock { $0.folders[name] }
    }

    /// As when the provider rebuilds a mailbox: a new UIDVALIDITY, and the same messages under new UIDs.
    package func renumber(_ folder: String = "INBOX", uidValidity: UInt32) {
        change(folder) { folder in
            folder.uidValidity = uidValidity
            folder.nextUID = 1
            for index in folder.entries.indices {
                folder.entries[index].uid = folder.nextUID
                folder.nextUID += 1
            }
        }
    }
}
