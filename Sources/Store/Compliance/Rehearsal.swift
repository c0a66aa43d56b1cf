internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// Takes a made-up person through a store of its own: in, copied, erased, certified, gone (`RoundTrip`).
///
/// Everything is the real thing but the mail servers: the same store, worker and search, on the same disk. The root key
/// is random and never written, so that a folder a crash leaves behind opens for nobody; the next try removes it.
struct Rehearsal: Sendable {
    let folder: String
    let settings: DeskSettings
    let world: World

    static let folderName = "rehearsal"

    private struct Missed: Error {}

    /// The step that failed; nil when all went well.
    func run() async -> RoundTrip.Step? {
        var step = RoundTrip.Step.open
        var opened: Store?
        do {
            try StateFiles.removeFolder(folder)
            let store = try await Store.initialise(
                directory: folder, root: try SecretBytes(random: 32), world: world)
            opened = store
            try await walk(store) { step = $0 }
            step = .remove
            opened = nil
            try store.close()
            try StateFiles.removeFolder(folder)
            return nil
        } catch {
            return leave(opened, after: step)
        }
    }

    /// What cannot be removed now is removed by the next try.
    private func leave(_ store: Store?, after step: RoundTrip.Step) -> RoundTrip.Step {
        do {
            try store?.close()
            try StateFiles.removeFolder(folder)
        } catch {
            return step
        }
        return step
    }

    private func walk(_ store: Store, at step: (RoundTrip.Step) -> Void) async throws {
        let made = try Made(world)
        let desk = try desk(on: store)
        step(.intake)
        try await takeIn(made, desk)
        guard let person = try await store.person(withAddress: made.address) else { throw Missed() }
        step(.search)
        guard try await found(made, in: store) == 0 else { throw Missed() }
        step(.copy)
        let word = ErasureVerification(how: .inPerson, by: "round trip")
        let export = try await desk.prepareExport(of: person.id, .access, verified: word, as: .daemon)
        guard try await ExportWorker(desk: desk).make(export) else { throw Missed() }
        guard try await copy(export.id, of: store).contains(made.words) else { throw Missed() }
        step(.erase)
        let erasure = try await desk.erase(person.id, verified: word, as: .daemon)
        guard try await ErasureWorker(desk: desk, folder: { _, _ in nil }).advance(erasure) else { throw Missed() }
        step(.certificate)
        guard let certificate = try await store.erasure(erasure.id), certificate.state == .done,
            certificate.residue == 0, certificate.scanned ?? 0 > 0, certificate.erased?.messages == 1
        else { throw Missed() }
        step(.absence)
        guard try await store.person(withAddress: made.address) == nil, try await found(made, in: store) == 0 else {
            throw Missed()
        }
    }

    /// As the real one, but nothing leaves it.
    private func desk(on store: Store) throws -> Helpdesk {
        guard var mailbox = settings.mailboxes.first else { throw Missed() }
        mailbox.acknowledges = false
        var alone = settings
        alone.mailboxes = [mailbox]
        alone.sendingRefusal = "a rehearsal sends nothing"
        return Helpdesk(
            store: store, keys: store.keys, world: world, gate: SendGate(), board: MailboxBoard(),
            settings: CurrentSettings(alone), bells: OutboxBells())
    }

    private func takeIn(_ made: Made, _ desk: Helpdesk) async throws {
        let settings = desk.settings.value
        guard let mailbox = settings.mailboxes.first else { throw Missed() }
        try await desk.store.beginIntake(mailbox: mailbox.name, folder: mailbox.folder, uidValidity: 1, after: 0)
        let message = MessageParser().parse(made.mail(to: mailbox.address))
        let arrival = Arrival(uid: 1, receivedAt: world.now(), content: .message(message))
        let accepted = try await desk.store.accept(
            IntakeBatch(
                profile: mailbox, settings: settings, folder: mailbox.folder, uidValidity: 1, arrivals: [arrival],
                isArchive: false, now: world.now()))
        guard case .opened = accepted.first?.outcome else { throw Missed() }
    }

    private func found(_ made: Made, in store: Store) async throws -> Int {
        let (folder, search) = (folder, ByteSearch(made.marks))
        return try await store.engine.offload { () throws(StoreFailure) in
            try search.search(folder: folder, except: []).found
        }
    }

    private func copy(_ export: ExportID, of store: Store) async throws -> String {
        var (bytes, index): ([UInt8], Int) = ([], 0)
        while let piece = try await store.exportPiece(export, at: index, now: world.now()) {
            bytes += piece
            index += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Somebody who does not exist, under a name that nobody else can have (RFC 2606).
    private struct Made: Sendable {
        let address: EmailAddress
        let words: String
        private let name: String

        init(_ world: World) throws {
            let mark = Hex.encode(world.randomBytes(12))
            guard let address = EmailAddress("rehearsal-\(mark)@customer.invalid") else { throw Missed() }
            self.address = address
            name = "Rehearsal \(mark)"
            words = "words-of-\(mark)"
        }

        var marks: [[UInt8]] { [address.text, name, words].map { Array($0.utf8) } }

        func mail(to mailbox: EmailAddress) -> [UInt8] {
            let lines = [
                "From: \(name) <\(address.text)>", "To: \(mailbox.text)", "Subject: \(words)",
                "Date: Tue, 24 Nov 2026 06:00:00 +0000", "Message-ID: <\(words)@customer.invalid>",
                "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "", "\(words) in a sentence.", "",
            ]
            return Array(lines.joined(separator: "\r\n").utf8)
        }
    }
}

extension StateFiles {
    /// Removes a folder of ours and everything in it, if it is there.
    static func removeFolder(_ path: String) throws(StoreFailure) {
        guard exists(path) else { return }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw .notWritable
        }
    }
}
