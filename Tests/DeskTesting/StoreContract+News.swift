import Desk
import Foundation

/// News for staff: each mail that came in, once.
extension StoreContract {
    static let news = [
        StoreContract("mail that comes in is news of its ticket until it is settled, message for message") { subject in
            let store = subject.store
            try subject.require(try await store.news(limit: 10).isEmpty, "nothing yet")
            try subject.require(try await store.newsSettledAt() == nil, "never settled")
            let number = try await subject.open()
            let news = try await store.news(limit: 10)
            let mailbox = subject.profile.name
            try subject.require(
                news == [TicketNews(ticket: number, mailbox: mailbox, messages: 1, isNew: true)], "\(news)")
            // A second mail comes while the first is told.
            _ = try await subject.receive(
                .make {
                    $0.messageID = "second@customer.example"
                    $0.subject = "Re: [#\(number.value)] Printer on fire"
                })
            try await store.settle(news, now: subject.now)
            let rest = try await store.news(limit: 10)
            try subject.require(
                rest == [TicketNews(ticket: number, mailbox: mailbox, messages: 1, isNew: false)], "\(rest)")
            try await store.settle(rest, now: subject.now)
            try subject.require(try await store.news(limit: 10).isEmpty, "all is told")
            try subject.require(try await store.newsSettledAt() == subject.now, "and when")
        },
        StoreContract("answers, reports, our own mail and archives are no news") { subject in
            let number = try await subject.open()
            let first = try await subject.store.news(limit: 10)
            try await subject.store.settle(first, now: subject.now)
            try await subject.answered(number)
            _ = try await subject.receive(
                [
                    SampleMail.make { $0.messageID = "old@customer.example" }.arrival(
                        uid: subject.nextUID(), at: subject.now)
                ], isArchive: true)
            let news = try await subject.store.news(limit: 10)
            try subject.require(news.isEmpty, "\(news)")
        },
        StoreContract("a list of news is as long as asked for") { subject in
            _ = try await subject.openMany(3)
            try subject.require(try await subject.store.news(limit: 2).count == 2, "two of three")
        },
    ]
}
