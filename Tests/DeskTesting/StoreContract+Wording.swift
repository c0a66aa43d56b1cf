import Desk

/// Texts that are used again.
extension StoreContract {
    static let wordings = [
        StoreContract("a text is kept as it was, one of a kind, name and mailbox, and only so many") { subject in
            let world = subject.clock.world
            let name = try subject.unwrap(ShortName("restart"), "a name")
            func make(_ kind: Wording.Kind, _ mailbox: MailboxName?, _ text: String) -> Wording {
                Wording(id: WordingID(from: world), kind: kind, name: name, mailbox: mailbox, text: text)
            }
            let desks = make(.reply, nil, "Hello {{person.name|there}}\nyou.")
            let own = make(.reply, subject.profile.name, "own")
            let signature = make(.signature, nil, "below")
            for wording in [make(.reply, nil, "earlier"), desks, own, signature] {
                try subject.require(try await subject.store.saveWording(wording), "there is room")
            }
            try subject.require(try await subject.store.wordings(.reply) == [desks, own], "the later one stays")
            try subject.require(try await subject.store.wordings(.signature) == [signature], "kinds are apart")
            try subject.require(try await subject.store.removeWording(own.id), "it was there")
            try subject.require(try await !subject.store.removeWording(own.id), "once")
            for index in 1..<Limits.wordings {
                var more = desks
                more.id = WordingID(from: world)
                more.name = try subject.unwrap(ShortName("n\(index)"), "a name")
                try subject.require(try await subject.store.saveWording(more), "there is room for \(index)")
            }
            var last = own
            last.id = WordingID(from: world)
            try subject.require(try await !subject.store.saveWording(last), "and then there is none")
            try subject.require(try await subject.store.saveWording(desks), "but for a new text of an old name")
        }
    ]
}
