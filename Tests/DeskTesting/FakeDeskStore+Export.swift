package import Desk
package import Foundation
import Synchronization

/// Exporting in memory: the states and the bytes, without files and keys, of what this store knows of a person.
extension FakeDeskStore {
    package func planExport(_ order: ExportOrder, now: Date) async throws(StoreFailure) -> ExportPlanning {
        let id = ExportID(from: world)
        return try write { state in
            guard state.people[order.person] != nil else { return .nobody }
            if let earlier = state.exports.values.first(where: {
                $0.person == order.person && $0.kind == order.kind && $0.state == .planned
                    && $0.isOwn == (order.author.auditName == Export.ownAuthor)
            }) {
                return .planned(earlier)
            }
            let export = Export(
                id: id, kind: order.kind, person: order.person, request: order.request, how: order.verification.how,
                author: order.author.auditName, askedAt: now)
            state.exports[id] = export
            state.note(.exportPlanned(id, order.kind), by: order.author, at: now)
            return .planned(export)
        }
    }

    package func export(_ id: ExportID) async throws(StoreFailure) -> Export? {
        try read { $0.exports[id] }
    }

    package func exports(of person: PersonID?, limit: Int) async throws(StoreFailure) -> [Export] {
        try read { state in
            Array(
                state.exports.values.filter { person == nil || $0.person == person }.sorted { $0.id > $1.id }
                    .prefix(limit))
        }
    }

    package func plannedExports() async throws(StoreFailure) -> [Export] {
        try read { $0.exports.values.filter { $0.state == .planned }.sorted { $0.id < $1.id } }
    }

    package func exportSubject(_ id: ExportID) async throws(StoreFailure) -> ExportSubject? {
        try read { state in
            guard let export = state.exports[id], export.state == .planned, let person = export.person,
                let known = state.people[person]
            else { return nil }
            var subject = ExportSubject(
                person: PersonSummary(id: person, address: known.address, name: known.name),
                firstSeenAt: known.firstSeenAt, isInformed: true, isUndeliverable: known.isUndeliverable)
            subject.disclosures = known.disclosures
            subject.tickets = known.tickets.compactMap { state.tickets[$0] }.map { fake in
                ExportedTicket(
                    number: fake.ticket.number, mailbox: fake.ticket.mailbox,
                    isOfPerson: fake.ticket.requester.id == person, subject: fake.ticket.subject,
                    status: fake.ticket.status, tags: fake.ticket.tags, labels: fake.ticket.labels,
                    createdAt: fake.ticket.createdAt, updatedAt: fake.ticket.updatedAt, closedAt: nil,
                    lastPosition: Int64(fake.messages.count),
                    others: fake.participants.compactMap { state.people[$0] }.map {
                        PersonSummary(id: $0.id, address: $0.address, name: $0.name)
                    })
            }
            return subject
        }
    }

    package func exportedMessages(
        _ id: ExportID, of ticket: ExportedTicket, after position: Int64
    ) async throws(StoreFailure) -> ExportedPage {
        try read { state in
            let person = state.exports[id]?.person
            let messages = state.tickets[ticket.number]?.messages ?? []
            let shown = messages.enumerated().map { index, message in
                let part: ExportedMessage.Part =
                    if message.authorID == person { .theirs } else if message.direction == .out { .received } else {
                        message.direction == .note ? .note : .others
                    }
                return ExportedMessage(
                    id: message.id, ticket: ticket.number, position: Int64(index) + 1, direction: message.direction,
                    part: part, at: message.at, authorAddress: nil,
                    content: MessageContent(author: message.author, subject: "", text: message.text),
                    isAutomatic: message.automatic, isVerified: message.verified, isHeld: message.held,
                    attachments: message.attachments, delivery: message.recipients.first?.state)
            }
            return ExportedPage(messages: shown.filter { $0.position > position }, next: nil)
        }
    }

    package func exportedFile(
        _ file: AttachmentID, of message: ExportedMessage
    ) async throws(StoreFailure) -> [UInt8]? {
        try read { $0.files[file]?.bytes }
    }

    package func exportedOriginal(
        _ original: ExportSubject.Original
    ) async throws(StoreFailure) -> [UInt8]? { nil }

    package func beginExportFile(_ id: ExportID) async throws(StoreFailure) -> any ExportFile {
        try write { state throws(StoreFailure) in
            guard state.exports[id]?.state == .planned else { throw .notFound }
            state.exportBytes[id] = []
        }
        return FakeExportFile(store: self, id: id)
    }

    package func finishExport(
        _ id: ExportID, _ contents: Export.Contents, now: Date, expiresAt: Date
    ) async throws(StoreFailure) -> Bool {
        try write { state in
            guard state.exports[id]?.state == .planned else { return false }
            state.exports[id]?.state = .ready
            state.exports[id]?.contents = contents
            state.exports[id]?.readyAt = now
            state.exports[id]?.expiresAt = expiresAt
            return true
        }
    }

    package func exportPiece(_ id: ExportID, at index: Int, now: Date) async throws(StoreFailure) -> [UInt8]? {
        try read { state in
            guard state.exports[id]?.isOpenable(at: now) == true, let bytes = state.exportBytes[id] else { return nil }
            let size = 1_048_576
            guard index >= 0, index * size < bytes.count else { return nil }
            return Array(bytes[index * size..<min((index + 1) * size, bytes.count)])
        }
    }

    package func shredExport(
        _ id: ExportID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        try write { state in
            guard let found = state.exports[id], [.planned, .ready].contains(found.state) else { return false }
            state.exports[id]?.state = .shredding
            state.exportBytes[id] = nil
            state.note(.exportEnded(id), by: author, at: now)
            return true
        }
    }

    package func sweepExports(now: Date) async throws(StoreFailure) -> Int {
        let due = try read { state in
            state.exports.values.filter { $0.state == .shredding || ($0.state == .ready && !$0.isOpenable(at: now)) }
        }
        guard !due.isEmpty else { return 0 }
        try write { state in
            for export in due {
                state.exports[export.id]?.state = .gone
                state.exports[export.id]?.goneAt = now
                state.exportBytes[export.id] = nil
            }
        }
        return due.count
    }

    package func answer(
        _ request: RightsRequestID, with export: ExportID, by act: RightsAct, letter: RightsLetter?, author: Principal,
        dispatch: Dispatch
    ) async throws(StoreFailure) -> RightsOutcome {
        let known = try read { state in (state.requests[request], state.exports[export]) }
        guard let asked = known.0 else { return .notFound }
        guard let copy = known.1, let person = copy.person, copy.isOpenable(at: world.now()),
            asked.person == person, asked.right == copy.kind.right
        else {
            return .refused(.invalid(field: "export", expected: "a copy that answers this request"))
        }
        let outcome = try await change(request, by: act, letter: letter, author: author, dispatch: dispatch)
        guard case .done = outcome else { return outcome }
        try write { state throws(StoreFailure) in
            state.exports[export]?.request = request
            state.exports[export]?.handedAt = world.now()
            try addLink(.export(export), of: person, &state)
        }
        return outcome
    }

    package func exportsToHand() async throws(StoreFailure) -> [Export] {
        try read { state in
            state.exports.values.filter { export in
                export.state == .ready && export.isOwn && export.handedAt == nil
                    && export.request.flatMap { state.requests[$0]?.isOpen } == true
            }.sorted { $0.id < $1.id }
        }
    }

    package func nameExport(
        _ id: ExportID, asAnswerTo request: RightsRequestID
    ) async throws(StoreFailure) -> Bool {
        try write { state in
            guard let person = state.exports[id]?.person, state.requests[request]?.person == person else {
                return false
            }
            state.exports[id]?.request = request
            return true
        }
    }
}

private struct FakeExportFile: ExportFile {
    let store: FakeDeskStore
    let id: ExportID

    func append(_ bytes: [UInt8]) async throws(StoreFailure) {
        try store.write { $0.exportBytes[id, default: []] += bytes }
    }

    func finish() async throws(StoreFailure) {}
}
