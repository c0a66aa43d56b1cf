/// Everything stated about the data protection officer, and what is still open, as it is on one day. Pure.
package struct OfficerBook: Sendable, Equatable {
    package let assessment: Dated<OfficerAssessment>?
    package let appointment: Dated<OfficerAppointment>?
    /// As people may reach the officer: from the configuration.
    package let contact: Contact?
    /// The soonest first; done ones of this year included.
    package let tasks: [OfficerTask]
    /// Words of ours, each with its article.
    package let open: [String]

    /// What a reader of the registers knows besides them.
    package struct Surroundings: Sendable, Equatable {
        package var contact: Contact?
        package var language: Language
        /// Whether an agent of the role `dpo` may sign in.
        package var hasAccount: Bool
        /// Whether a mailbox is read by the officer alone.
        package var hasConfidentialMailbox: Bool

        package init(contact: Contact?, language: Language, hasAccount: Bool, hasConfidentialMailbox: Bool) {
            self.contact = contact
            self.language = language
            self.hasAccount = hasAccount
            self.hasConfidentialMailbox = hasConfidentialMailbox
        }
    }

    package init(
        _ entries: [RegisterEntry], _ surroundings: Surroundings, today: CalendarDay,
        dayOf: (RegisterEntry) -> CalendarDay, law: OfficerLaw = LawProfile.current.officer
    ) {
        assessment =
            entries.filter { $0.register == .officerNeed }
            .compactMap { $0.read(as: OfficerAssessment.self) }.last
        appointment =
            entries.filter { $0.register == .officer }
            .compactMap { $0.read(as: OfficerAppointment.self) }.last
        contact = surroundings.contact
        // Nothing was due before anybody looked.
        let began = entries.filter { $0.register == .officerNeed }.map(dayOf).min()
        let decided = entries.last { $0.register == .officerNeed }.map(dayOf)
        let notes = entries.filter { $0.register == .officerTasks }
            .compactMap { $0.read(as: OfficerTaskNote.self)?.statement }
        let hasDuties = assessment.map { $0.statement.outcome != .notRequired } ?? false
        var tasks = hasDuties ? Self.yearly(from: began ?? today, until: today, surroundings.language, law) : []
        if let assessment, let decided {
            let review = assessment.statement.review(decided: decided)
            tasks.append(
                OfficerTask(
                    key: "\(review.year)-need", article: "37(1)",
                    words: Phrase.officerTaskNeed.text(in: surroundings.language), due: review, note: ""))
        }
        let all = Self.folded(tasks, notes)
        self.tasks = all.filter { $0.isOpen || $0.due.year >= today.year }.sorted {
            ($0.due, $0.key) < ($1.due, $1.key)
        }
        open = Self.open(
            assessment?.statement, appointment?.statement, surroundings,
            overdue: all.filter { $0.isOpen && $0.due < today })
    }

    /// Of this year and the next, so that what comes can be seen coming.
    private static func yearly(
        from first: CalendarDay, until today: CalendarDay, _ language: Language, _ law: OfficerLaw
    ) -> [OfficerTask] {
        guard first.year <= today.year else { return [] }
        return (max(first.year, today.year - 1)...(today.year + 1)).flatMap { year in
            law.tasks.compactMap { task in
                guard let due = CalendarDay(year: year, month: task.month, day: task.day), first <= due else {
                    return nil
                }
                return OfficerTask(
                    key: "\(year)-\(task.code)", article: task.article,
                    words: task.words[language.rawValue] ?? task.words["en"] ?? task.code, due: due, note: "")
            }
        }
    }

    private static func folded(_ tasks: [OfficerTask], _ notes: [OfficerTaskNote]) -> [OfficerTask] {
        var known = tasks
        for note in notes {
            guard let day = CalendarDay(text: note.day) else { continue }
            if note.event == .added {
                known.append(
                    OfficerTask(key: note.key, article: note.article, words: note.words, due: day, note: ""))
            }
            guard let place = known.firstIndex(where: { $0.key == note.key }) else { continue }
            switch note.event {
            case .added: break
            case .done: (known[place].doneOn, known[place].note) = (day, note.words)
            case .moved: (known[place].due, known[place].note) = (day, note.words)
            case .reminded: known[place].reminded = day
            }
        }
        return known
    }

    private static func open(
        _ need: OfficerAssessment?, _ who: OfficerAppointment?, _ surroundings: Surroundings, overdue: [OfficerTask]
    ) -> [String] {
        guard let need else {
            return ["nobody has decided whether an officer is needed: `ticketd dpo assess` (Art. 37(1))"]
        }
        var open = overdue.map { "\($0.key) was due on \($0.due.text) (Art. \($0.article))" }
        guard need.outcome != .notRequired else { return open }
        let hasContact = surroundings.contact.map { !$0.email.isEmpty } ?? false
        if !hasContact { open.append("[dpo] of the configuration names nobody with an address (Art. 37(7), 38(4))") }
        if let who {
            if who.until != nil { open.append("the appointment has an end: state who follows (Art. 37(1))") }
            if !who.qualification.contains(where: \.isLetter) {
                open.append("nothing is stated about expert knowledge (Art. 37(5))")
            }
            if who.toldAuthority == nil { open.append("the authority was not told the contact data (Art. 37(7))") }
            if who.published == nil { open.append("the contact data are not stated to be published (Art. 37(7))") }
        } else {
            open.append("nobody is appointed: `ticketd dpo appoint` (Art. 37(1))")
        }
        if !surroundings.hasAccount {
            open.append("nobody has the role: `ticketd agents add --role dpo` (Art. 38(2))")
        }
        if !surroundings.hasConfidentialMailbox {
            open.append("no mailbox is the officer's alone: `confidential = true` of a mailbox (Art. 38(5))")
        }
        return open
    }
}
