import Desk
import Foundation

/// Other programs that want to know: what happened and what they are told are there together.
extension StoreContract {
    static let webhooks = [
        StoreContract("what happens is queued for who asked for it, in order, in the same transaction") { subject in
            let all = try await subject.addHook(Set(WebhookTopic.subscribable))
            let closings = try await subject.addHook([.ticketClosed])
            let (number, acknowledgement) = try await subject.openAcknowledged()
            try await subject.answered(number)
            _ = try await subject.receive(.answering(acknowledgement))
            _ = try await subject.changed(number, TicketChanges(status: .closed))
            _ = try await subject.changed(number, TicketChanges(status: .closed))
            let told = try await subject.drain(all)
            try subject.require(
                told.map(\.topic) == [.ticketOpened, .ticketAnswered, .ticketMessage, .ticketClosed],
                "\(told.map(\.topic))")
            try subject.require(
                told.allSatisfy { $0.ticket == number && $0.mailbox == subject.profile.name }, "with ticket and mailbox"
            )
            try subject.require(Set(told.map(\.id)).count == 4, "each with an id of its own")
            try subject.require(try await subject.drain(closings).map(\.topic) == [.ticketClosed], "and no more")
        },
        StoreContract("a mail that could not be delivered is told with its entry") { subject in
            let hook = try await subject.addHook([.outboxFailed])
            _ = try await subject.open()
            let run = subject.newRun()
            let entry = try subject.unwrap(try await subject.claim(run: run).first, "a mail")
            try await subject.store.settle(
                entry.id, as: .failed(reason: "x", reply: "550"), run: run, now: subject.now)
            let told = try await subject.drain(hook)
            try subject.require(told.map(\.entry) == [entry.id], "\(told)")
        },
        StoreContract("an event waits until it was taken, and a failing program until its time") { subject in
            let hook = try await subject.addHook([.ticketOpened])
            _ = try await subject.openMany(2)
            let first = try subject.unwrap(try await subject.due().first, "an event")
            try subject.require(try await subject.due() == [first], "asking takes nothing")
            let later = subject.now.addingTimeInterval(600)
            try await subject.store.settle(first, as: .failed("answered 500", retryAt: later), now: subject.now)
            try subject.require(try await subject.due().isEmpty, "not before its time")
            let failing = try subject.unwrap(try await subject.store.webhooks().first, "the webhook")
            try subject.require(
                failing.waiting == 2 && failing.lastFailure == "answered 500" && failing.failingSince != nil,
                "\(failing)")
            subject.clock.advance(by: .seconds(600))
            let again = try subject.unwrap(try await subject.due().first, "the event")
            try subject.require(again.id == first.id && again.failures == 1, "the same event, in order")
            try await subject.store.settle(again, as: .delivered, now: subject.now)
            let well = try subject.unwrap(try await subject.store.webhooks().first, "the webhook")
            try subject.require(well.failingSince == nil && well.waiting == 1, "\(well)")
            try subject.require(try await subject.drain(hook).count == 1, "then the next")
        },
        StoreContract("a program given up is told nothing until it is enabled, and a removed one never") { subject in
            let hook = try await subject.addHook([.ticketOpened])
            _ = try await subject.open()
            let event = try subject.unwrap(try await subject.due().first, "an event")
            try await subject.store.settle(event, as: .givenUp("answered 410"), now: subject.now)
            let figures = try await subject.store.alarmFigures(now: subject.now)
            try subject.require(figures.disabledWebhooks == 1, "an alarm knows of it")
            _ = try await subject.openMany(1)
            let dead = try subject.unwrap(try await subject.store.webhooks().first, "the webhook")
            try subject.require(dead.isDisabled && dead.waiting == 0 && dead.lastFailure == "answered 410", "\(dead)")
            try subject.require(try await !subject.store.testWebhook(hook, now: subject.now), "not even a test")
            let enabled = try await subject.store.enableWebhook(hook, by: .operatorOnHost, now: subject.now)
            try subject.require(enabled, "it is there")
            try subject.require(try await subject.store.testWebhook(hook, now: subject.now), "a test")
            let test = try subject.unwrap(try await subject.due().first, "the test")
            try subject.require(test.topic == .test && test.ticket == nil && test.failures == 0, "\(test)")
            let removed = try await subject.store.removeWebhook(hook, by: .operatorOnHost, now: subject.now)
            try subject.require(removed, "it was there")
            try subject.require(try await subject.due().isEmpty, "nothing waits")
            let again = try await subject.store.removeWebhook(hook, by: .operatorOnHost, now: subject.now)
            try subject.require(!again, "once")
            for index in 0..<Limits.webhooks {
                _ = index
                _ = try await subject.addHook([.ticketOpened])
            }
            let one = Webhook(
                id: WebhookID(from: subject.clock.world),
                url: try subject.unwrap(WebhookURL("https://x.example/"), "x"),
                topics: [.ticketOpened], createdAt: subject.now)
            let isAdded = try await subject.store.addWebhook(one, secret: [], by: .operatorOnHost)
            try subject.require(!isAdded, "there are only so many")
        },
    ]
}

extension StoreSubject {
    func addHook(_ topics: Set<WebhookTopic>) async throws -> WebhookID {
        let hook = Webhook(
            id: WebhookID(from: clock.world), url: try unwrap(WebhookURL("https://crm.example/in"), "an address"),
            topics: topics, createdAt: now)
        let isAdded = try await store.addWebhook(hook, secret: Array("whsec_x".utf8), by: .operatorOnHost)
        try require(isAdded, "there is room for a webhook")
        return hook.id
    }

    func due() async throws -> [WebhookDelivery] { try await store.dueDeliveries(now: now) }

    /// Takes everything that waits for one program, in the order it is handed out.
    func drain(_ hook: WebhookID) async throws -> [WebhookDelivery] {
        var taken: [WebhookDelivery] = []
        while let next = try await due().first(where: { $0.hook == hook }) {
            taken.append(next)
            try await store.settle(next, as: .delivered, now: now)
        }
        return taken
    }
}
