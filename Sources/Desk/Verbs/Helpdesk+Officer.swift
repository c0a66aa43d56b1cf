import Foundation
import Vault

/// The data protection officer's own desk: the need, the appointment, the tasks of the year (Art. 37 to 39).
extension Helpdesk {
    package func officerBook(as principal: Principal) async throws(DeskRefusal) -> OfficerBook {
        try principal.requireOversight()
        return try await officerBook()
    }

    /// The need is the controller's to decide, so that an admin may state it; so may the officer.
    package func assessOfficer(
        yes: [OfficerQuestion], persons: Int, isVoluntary: Bool, contact: String, reasons: String,
        as principal: Principal
    ) async throws(DeskRefusal) -> OfficerBook {
        try principal.requireOversight()
        let assessment = OfficerAssessment(
            yes: yes, persons: persons, country: settings.value.controller.country, isVoluntary: isVoluntary,
            contact: contact, reasons: reasons)
        try assessment.validate()
        try await file(assessment, as: principal)
        return try await officerBook()
    }

    package func appointOfficer(
        _ appointment: OfficerAppointment, as principal: Principal
    ) async throws(DeskRefusal) -> OfficerBook {
        try principal.requireOversight()
        try appointment.validate()
        try await file(appointment, as: principal)
        return try await officerBook()
    }

    package func addOfficerTask(
        _ words: String, article: String, due: CalendarDay, as principal: Principal
    ) async throws(DeskRefusal) -> OfficerBook {
        try principal.requireOfficer()
        let book = try await officerBook()
        guard book.tasks.count < Limits.officerTasks else {
            throw .invalid(field: "task", expected: "at most \(Limits.officerTasks) tasks at a time")
        }
        let key = "\(due.year)-\(Hex.encode(world.randomBytes(4)))"
        try await note(OfficerTaskNote(key: key, event: .added, day: due, words: words, article: article), principal)
        return try await officerBook()
    }

    /// Done today, and what was done. It stays what it was when it was done.
    package func finishOfficerTask(
        _ key: String, note words: String, as principal: Principal
    ) async throws(DeskRefusal) -> OfficerBook {
        try principal.requireOfficer()
        _ = try await openTask(key)
        try await note(OfficerTaskNote(key: key, event: .done, day: today, words: words), principal)
        return try await officerBook()
    }

    /// Due on another day, and why.
    package func moveOfficerTask(
        _ key: String, to due: CalendarDay, reasons: String, as principal: Principal
    ) async throws(DeskRefusal) -> OfficerBook {
        try principal.requireOfficer()
        _ = try await openTask(key)
        try await note(OfficerTaskNote(key: key, event: .moved, day: due, words: reasons), principal)
        return try await officerBook()
    }

    /// Those that nobody was reminded of for the day they are due on.
    func officerTasksToRemindOf() async throws(DeskRefusal) -> [OfficerTask] {
        let today = today
        return try await officerBook().tasks.filter { $0.isToBeReminded(on: today) }
    }

    func noteReminded(_ tasks: [OfficerTask]) async throws(DeskRefusal) {
        for task in tasks { try await note(OfficerTaskNote(key: task.key, event: .reminded, day: task.due), .daemon) }
    }

    private func note(_ note: OfficerTaskNote, _ principal: Principal) async throws(DeskRefusal) {
        try note.validate()
        try await file(note, as: principal)
    }

    private func openTask(_ key: String) async throws(DeskRefusal) -> OfficerTask {
        guard let task = try await officerBook().tasks.first(where: { $0.key == key && $0.isOpen }) else {
            throw .invalid(field: "task", expected: "the key of an open task, as `ticketd dpo tasks` shows it")
        }
        return task
    }

    private func officerBook() async throws(DeskRefusal) -> OfficerBook {
        var statements: [RegisterEntry] = []
        for register in [Register.officerNeed, .officer, .officerTasks] {
            statements += try await entries(of: register)
        }
        let settings = settings.value
        let agents = try await storage { () async throws(StoreFailure) -> [Agent] in try await store.agents() }
        let zone = ControllerPlace.zone(ofCountry: settings.controller.country)
        return OfficerBook(
            statements,
            OfficerBook.Surroundings(
                contact: settings.dataProtectionOfficer, language: settings.language,
                hasAccount: agents.contains { $0.role == .dpo && !$0.isDisabled },
                hasConfidentialMailbox: settings.mailboxes.contains(where: \.isConfidential)),
            today: today, dayOf: { CalendarDay($0.at, in: zone) })
    }
}

extension Principal {
    /// What is the officer's alone: nobody gives instructions about these tasks (Art. 38(3)).
    func requireOfficer() throws(DeskRefusal) {
        guard has(.dpo), visibleMailboxes == nil else { throw .forbidden(.dpo) }
    }
}
