import Foundation
import Mail
import Vault

/// Makes one export: reads what is kept, message by message, and writes the archive from front to back.
///
/// Everything is read twice before it is written once more: first to learn whom the person knows, then for the pages,
/// the mails and the measure of `data.json`, whose length has to stand in front of it. Whatever changes meanwhile is
/// noticed at the end of an entry (`ZipArchive.Failure.changed`), and the export is made anew. In memory there is one
/// message with its files, and one page.
struct ExportWriting: Sendable {
    enum Failure: Error, Sendable, Equatable {
        case store(StoreFailure)
        case archive(ZipArchive.Failure)
    }

    private let export: Export
    private let subject: ExportSubject
    private let store: any ExportStore
    private let file: any ExportFile
    private let settings: DeskSettings
    private let world: World
    private let createdAt: Date
    private let document: ExportDocument

    private var archive = ZipArchive()
    private var mask: ExportMask
    private var contents = Export.Contents()
    private var redactions: [ExportRedaction] = []
    private var messages: [TicketNumber: Int] = [:]
    /// Files that are listed and not there any more.
    private var missing: Set<AttachmentID> = []
    private var sum = CRC32()
    private var length: UInt64 = 0

    init(
        _ export: Export, of subject: ExportSubject, from store: any ExportStore, to file: any ExportFile,
        settings: DeskSettings, world: World
    ) {
        self.export = export
        self.subject = subject
        self.store = store
        self.file = file
        self.settings = settings
        self.world = world
        createdAt = world.now()
        document = ExportDocument(export: export, subject: subject, settings: settings, createdAt: createdAt)
        mask = ExportMask(staff: subject.staff, in: settings.language)
    }

    /// Writes everything and answers what it was. The file is not finished yet.
    mutating func write() async throws(Failure) -> Export.Contents {
        try await learn()
        measure(document.head())
        for ticket in subject.tickets { try await write(ticket) }
        try await writeOriginals()
        let drafts = coveredDrafts()
        let tail = document.tail(redactions, drafts: drafts)
        measure(tail)
        contents.covered = redactions.filter { $0.what != .unreadable }.map(\.count).reduce(0, +)
        try await add(ExportPath.schema, Array(ExportSchema.text.utf8))
        try await add(
            ExportPath.table, ExportTable.tickets(subject.tickets.map { ($0, messages[$0.number] ?? 0) }))
        let index = ExportIndex(
            export: export, subject: subject, settings: settings, createdAt: createdAt, messages: messages,
            contents: contents, redactions: redactions, drafts: drafts)
        try await add(ExportPath.index, index.page())
        Fault.point(.x2)
        try await writeData(tail)
        try await put(archive.finish())
        contents.bytes = Int(clamping: archive.offset)
        return contents
    }

    /// Whom the person has heard of: in what they wrote, and in what they were sent.
    private mutating func learn() async throws(Failure) {
        mask.know([subject.person.address?.text, subject.person.name].compactMap { $0 })
        mask.know(settings.mailboxes.map(\.address.text) + [settings.controller.email, settings.serviceName])
        // Who received the person's data has to be told (Art. 15(1)(c)), so they are no secret elsewhere.
        mask.know(subject.disclosures.compactMap { $0.recipient?.text })
        for ticket in subject.tickets {
            for other in ticket.others { mask.pair(other.name, other.address) }
            var after: Int64? = 0
            while let position = after {
                let page = try await page(of: ticket, after: position)
                for message in page.messages where message.isKnownToPerson {
                    let content = message.content
                    mask.know(content.to + content.cc)
                    mask.know([message.authorAddress?.text, content.replyTo].compactMap { $0 })
                    if message.direction == .in { mask.know([content.author]) }
                }
                after = page.next
            }
        }
    }

    private mutating func write(_ ticket: ExportedTicket) async throws(Failure) {
        var html = ExportTicketPage(ticket, 1, in: settings.language, serviceName: settings.serviceName)
        var (included, left, unreadable) = (0, 0, 0)
        var after: Int64? = 0
        while let position = after {
            let page = try await page(of: ticket, after: position)
            for message in page.messages {
                guard isIncluded(message) else {
                    if message.part == .foreign { left += 1 }
                    continue
                }
                let shown = try await write(message, of: ticket)
                if !shown.isReadable { unreadable += 1 }
                measure(document.line(shown, isFirst: contents.messages == 0))
                contents.messages += 1
                included += 1
                if html.isFull {
                    try await add(ExportPath.page(of: ticket.number, html.number), html.finished(isLast: false))
                    html = ExportTicketPage(
                        ticket, html.number + 1, in: settings.language, serviceName: settings.serviceName)
                }
                html.add(shown)
            }
            after = page.next
        }
        messages[ticket.number] = included
        if included > 0 {
            try await add(ExportPath.page(of: ticket.number, html.number), html.finished(isLast: true))
        }
        note(.messages, export.kind == .access ? left : 0, of: ticket.number)
        note(.unreadable, unreadable, of: ticket.number)
    }

    /// One message: its files, and itself as a mail file.
    private mutating func write(
        _ message: ExportedMessage, of ticket: ExportedTicket
    ) async throws(Failure) -> ShownMessage {
        var shown = ShownMessage(message, of: ticket, service: settings.serviceName, mask: &mask)
        var enclosed: [ComposedAttachment] = []
        for (index, file) in message.attachments.enumerated() where shown.files[index].path != nil {
            guard let path = shown.files[index].path,
                let bytes = try await asking({ () async throws(StoreFailure) in
                    try await store.exportedFile(file.id, of: message)
                })
            else {
                missing.insert(file.id)
                continue
            }
            try await add(path, bytes, at: message.at)
            contents.attachments += 1
            if shown.mail != nil {
                enclosed.append(
                    ComposedAttachment(
                        filename: file.filename ?? "attachment", mediaType: file.mediaType, bytes: bytes))
            }
        }
        settle(&shown, message)
        if let path = shown.mail {
            try await add(path, mail(of: message, shown, enclosed), at: message.at)
        }
        note(.others, shown.covered.addresses + shown.covered.names, of: shown.ticket, shown.position)
        note(.staff, shown.covered.staff, of: shown.ticket, shown.position)
        note(.file, message.part == .others ? shown.withheld : 0, of: shown.ticket, shown.position)
        return shown
    }

    /// What could not be found is listed without a place.
    private func settle(_ shown: inout ShownMessage, _ message: ExportedMessage) {
        for (index, file) in message.attachments.enumerated() where missing.contains(file.id) {
            shown.files[index].path = nil
        }
    }

    private func mail(
        of message: ExportedMessage, _ shown: ShownMessage, _ enclosed: [ComposedAttachment]
    ) -> [UInt8] {
        let content = message.content
        var to = content.to
        if message.direction == .out, let address = subject.person.address { to = [address.text] }
        var mail = ReconstructedMail(
            from: sender(of: message), to: to, cc: content.cc, replyTo: content.replyTo, subject: content.subject,
            date: message.at, messageID: content.messageID, references: content.references, text: content.text,
            attachments: enclosed, comment: Phrase.exportReconstructed.text(in: settings.language),
            boundarySeed: message.id.object.bytes)
        do throws(CompositionFailure) {
            return try mail.compose()
        } catch {
            // Something of it can stand in no header; what was said can.
            mail.messageID = nil
            mail.references = []
            mail.subject = ""
            mail.from = nil
            mail.attachments = []
        }
        do throws(CompositionFailure) {
            return try mail.compose()
        } catch {
            return Array(content.text.utf8)
        }
    }

    private func sender(of message: ExportedMessage) -> Composition.Mailbox? {
        guard message.direction == .in else {
            let profile = subject.tickets.first { $0.number == message.ticket }.flatMap {
                settings.mailbox(named: $0.mailbox)
            }
            return profile.map { Composition.Mailbox(name: settings.serviceName, address: $0.address) }
        }
        let name = message.content.author
        return message.authorAddress.map {
            Composition.Mailbox(name: name == $0.text || name.isEmpty ? nil : name, address: $0)
        }
    }

    private mutating func writeOriginals() async throws(Failure) {
        guard export.kind == .access else { return }
        for original in subject.originals {
            let bytes = try await asking { () async throws(StoreFailure) in
                try await store.exportedOriginal(original)
            }
            guard let bytes else { throw .archive(.changed) }
            try await add(ExportPath.original(original), bytes, at: original.at)
        }
    }

    /// What was begun and not sent, with others covered as in every note.
    private mutating func coveredDrafts() -> [ExportSubject.Unsent] {
        var drafts: [ExportSubject.Unsent] = []
        for draft in subject.drafts {
            var count = ExportMask.Count()
            var covered = draft
            let names = subject.tickets.first { $0.number == draft.ticket }?.others.compactMap(\.name) ?? []
            covered.text = mask.text(draft.text, names: names, count: &count)
            note(.others, count.addresses + count.names, of: draft.ticket)
            note(.staff, count.staff, of: draft.ticket)
            drafts.append(covered)
        }
        return drafts
    }

    /// The same bytes that were measured, or the archive says that they are not.
    private mutating func writeData(_ tail: [UInt8]) async throws(Failure) {
        let (size, crc, date) = (length, sum.value, createdAt)
        let header = try archiving { (archive) throws(ZipArchive.Failure) in
            try archive.begin(ExportPath.data, size: size, crc: crc, at: date)
        }
        try await put(header)
        try await putData(document.head())
        var isFirst = true
        for ticket in subject.tickets {
            var after: Int64? = 0
            while let position = after {
                let page = try await page(of: ticket, after: position)
                for message in page.messages where isIncluded(message) {
                    var shown = ShownMessage(message, of: ticket, service: settings.serviceName, mask: &mask)
                    settle(&shown, message)
                    try await putData(document.line(shown, isFirst: isFirst))
                    isFirst = false
                }
                after = page.next
            }
        }
        try await putData(tail)
        try archiving { (archive) throws(ZipArchive.Failure) in try archive.end() }
    }

    private func isIncluded(_ message: ExportedMessage) -> Bool {
        switch export.kind {
        case .access: message.part != .foreign
        case .portability: message.part == .theirs
        }
    }

    private mutating func note(
        _ what: ExportRedaction.What, _ count: Int, of ticket: TicketNumber, _ position: Int64? = nil
    ) {
        guard count > 0 else { return }
        redactions.append(ExportRedaction(what: what, ticket: ticket, position: position, count: count))
    }

    private mutating func measure(_ bytes: [UInt8]) {
        sum.update(bytes)
        length += UInt64(bytes.count)
    }

    private mutating func add(_ name: String, _ bytes: [UInt8], at date: Date? = nil) async throws(Failure) {
        let written = date ?? createdAt
        let entry = try archiving { (archive) throws(ZipArchive.Failure) in
            try archive.entry(name, bytes, at: written)
        }
        try await put(entry)
    }

    private mutating func putData(_ bytes: [UInt8]) async throws(Failure) {
        try await put(try archiving { (archive) throws(ZipArchive.Failure) in try archive.append(bytes) })
    }

    private func put(_ bytes: [UInt8]) async throws(Failure) {
        try await asking { () async throws(StoreFailure) in try await file.append(bytes) }
    }

    private func page(of ticket: ExportedTicket, after position: Int64) async throws(Failure) -> ExportedPage {
        try await asking { () async throws(StoreFailure) in
            try await store.exportedMessages(export.id, of: ticket, after: position)
        }
    }

    private mutating func archiving<Value>(
        _ body: (inout ZipArchive) throws(ZipArchive.Failure) -> Value
    ) throws(Failure) -> Value {
        do throws(ZipArchive.Failure) {
            return try body(&archive)
        } catch {
            throw .archive(error)
        }
    }

    private func asking<Value: Sendable>(
        _ body: () async throws(StoreFailure) -> Value
    ) async throws(Failure) -> Value {
        do throws(StoreFailure) {
            return try await body()
        } catch {
            throw .store(error)
        }
    }
}
