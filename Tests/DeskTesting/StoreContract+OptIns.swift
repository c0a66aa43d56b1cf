import Desk
import Foundation
import Mail
import Vault

/// Double opt-in: nothing is looked up before the answer, one link in one mail, one button, a week.
extension StoreContract {
    static let optIns = [
        StoreContract("P15 the link of a wish leaves once, with its way out and no word that was typed") { subject in
            let optIn = try await subject.asked(for: "eve@customer.example")
            try subject.require(try await subject.sendAll().isEmpty, "nothing leaves before somebody looked")
            let done = try await subject.sendLinks()
            try subject.require(done == OptInSendings(sent: 1), "\(done)")
            let (mails, links) = try await subject.sentLinks()
            try subject.require(mails.count == 1 && links.count == 1, "one mail with one link: \(mails.count)")
            let text = mails[0].text
            try subject.require(text.contains("somebody entered this address"), "why it comes: \(text)")
            try subject.require(text.contains("2026-12-01"), "until when it works: \(text)")
            try subject.require(try await subject.sendLinks() == OptInSendings(), "and not again")
            let kept = try await subject.store.optIn(withToken: links[0].hash, now: subject.now)
            try subject.require(kept?.wish == optIn.wish && kept?.state == .sent, "what the page will show")
        },
        StoreContract("confirming makes the wish true once, and only while the link lives") { subject in
            try await subject.store.suppress(subject.suppression(of: "eve@customer.example"), by: .daemon)
            _ = try await subject.asked(for: "eve@customer.example")
            _ = try await subject.sendLinks()
            let link = try subject.unwrap(try await subject.sentLinks().links.first, "the link")
            let claim = try subject.claim(of: "eve@customer.example")
            let before = try await subject.store.unsubscribeSubject(claim)
            try subject.require(before.isSuppressed, "a mail that was sent takes nothing back")
            let made = try await subject.store.confirmOptIn(withToken: link.hash, now: subject.now)
            guard case .confirmed = made?.state else {
                throw ContractBroken(description: "it became \(String(describing: made))")
            }
            try subject.require(
                try await !subject.store.unsubscribeSubject(claim).isSuppressed, "the wish is over")
            try await subject.store.suppress(subject.suppression(of: "eve@customer.example"), by: .daemon)
            _ = try await subject.store.confirmOptIn(withToken: link.hash, now: subject.now)
            try subject.require(
                try await subject.store.unsubscribeSubject(claim).isSuppressed, "a used link takes nothing back again")
            let forged = try await subject.store.confirmOptIn(
                withToken: [UInt8](repeating: 7, count: 32), now: subject.now)
            try subject.require(forged == nil, "a forged link is no link")
        },
        StoreContract("after seven days a wish is forgotten with its mail") { subject in
            _ = try await subject.asked(for: "eve@customer.example")
            _ = try await subject.sendLinks()
            let link = try subject.unwrap(try await subject.sentLinks().links.first, "the link")
            subject.clock.advance(by: .seconds(7 * 86_400))
            let late = try await subject.store.confirmOptIn(withToken: link.hash, now: subject.now)
            try subject.require(late == nil, "the link is dead")
            try subject.require(
                try await subject.store.expireOptIns(now: subject.now, limit: 9) == 1, "it is forgotten")
            let entries = try await subject.store.outboxEntries(state: nil, visible: nil, limit: 9)
            try subject.require(entries.isEmpty, "its mail as well: \(entries)")
            try subject.require(try await subject.store.expireOptIns(now: subject.now, limit: 9) == 0, "and only once")
        },
        StoreContract("P15 an address gets three links a day, and one in 30 days when it is unsubscribed") { subject in
            for _ in 0..<5 { _ = try await subject.asked(for: "eve@customer.example") }
            let open = try await subject.sendLinks()
            try subject.require(open == OptInSendings(sent: 3, forgotten: 2), "three: \(open)")
            try await subject.store.suppress(subject.suppression(of: "bob@customer.example"), by: .daemon)
            for _ in 0..<2 { _ = try await subject.asked(for: "bob@customer.example") }
            let closed = try await subject.sendLinks()
            try subject.require(closed == OptInSendings(sent: 1, forgotten: 1), "one: \(closed)")
            subject.clock.advance(by: .seconds(29 * 86_400))
            _ = try await subject.asked(for: "bob@customer.example")
            try subject.require(try await subject.sendLinks() == OptInSendings(forgotten: 1), "not in 30 days")
            subject.clock.advance(by: .seconds(2 * 86_400))
            _ = try await subject.asked(for: "bob@customer.example")
            try subject.require(try await subject.sendLinks() == OptInSendings(sent: 1), "and again after them")
        },
        StoreContract("P15 everybody together gets a hundred an hour, and a full queue says so") { subject in
            for index in 0..<Desk.Limits.optInsWaiting {
                _ = try await subject.asked(for: "a\(index)@customer.example")
            }
            let surplus = try subject.wish(for: "late@customer.example")
            try subject.require(try await !subject.store.queueOptIn(surplus), "a full queue says so")
            let done = try await subject.sendLinks(limit: 120)
            try subject.require(done == OptInSendings(sent: 100, forgotten: 20), "\(done)")
            try subject.require(try await subject.store.queueOptIn(surplus), "and has room again")
        },
    ]
}

extension StoreSubject {
    func wish(
        _ wish: OptInWish = .resubscription(group: "default"), for address: String
    ) throws -> OptIn {
        OptIn(
            id: OptInID(from: clock.world), wish: wish, address: try Samples.address(address), language: .english,
            askedAt: now)
    }

    func asked(for address: String) async throws -> OptIn {
        let optIn = try wish(for: address)
        try require(try await store.queueOptIn(optIn), "there is room")
        return optIn
    }

    func sendLinks(limit: Int = 20) async throws -> OptInSendings {
        try await store.sendOptIns(
            limit: limit, dispatch: Dispatch(settings: settings, keys: keys, world: clock.world))
    }

    /// Sends what waits, and answers the mails that bring a link of double opt-in, with the links.
    func sentLinks() async throws -> (mails: [SentMail], links: [LinkToken]) {
        let mails = try await sendAll().map { SentMail(text: $0.readableText().text, message: $0) }
        var links: [LinkToken] = []
        for mail in mails {
            for match in mail.text.matches(of: /\/confirm\/([A-Za-z0-9_-]+)/) {
                links.append(try unwrap(LinkToken(String(match.output.1)), "the token of a link"))
            }
        }
        return (mails, links)
    }

    func claim(of address: String) throws -> UnsubscribeClaim {
        let wish = try suppression(of: address)
        return try unwrap(
            UnsubscribeClaim(
                kind: .body, scope: UnsubscribeScope.everything.rawValue, message: 7, suppression: wish.hash,
                suppressionVersion: wish.keyVersion), "a claim")
    }
}

struct SentMail {
    let text: String
    let message: Message
}
