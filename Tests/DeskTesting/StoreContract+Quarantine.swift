import Desk
import Foundation
import Vault

/// Looking at what could not be read, letting it in, deleting it.
extension StoreContract {
    static let quarantine = [
        StoreContract("a look at the quarantine shows text that nothing obeys, and is recorded") { subject in
            let mail = try await subject.quarantined("Subject: a\u{1B}[2Jb\r\n\r\nsecond line\u{202E}")
            try subject.require(mail.lookedAt == nil, "nobody has looked")
            let view = try subject.unwrap(
                try await subject.store.lookAtQuarantined(mail.id, by: .operatorOnHost, now: subject.now), "the mail")
            try subject.require(
                view.text.text == "Subject: a\u{FFFD}[2Jb\n\nsecond line\u{FFFD}" && !view.text.isCut,
                "as it came, harmless: \(view.text)")
            let first = try subject.unwrap(view.mail.lookedAt, "the time of the look")
            subject.clock.advance(by: .seconds(3600))
            let again = try await subject.store.lookAtQuarantined(mail.id, by: .operatorOnHost, now: subject.now)
            try subject.require(again?.mail.lookedAt == first, "the first look counts")
            try subject.require(try await subject.store.quarantine().map(\.lookedAt) == [first], "for the list too")
            let audit = try await subject.store.auditEntries(after: 0, limit: 100).map(\.event)
            try subject.require(audit.count { $0 == "quarantine.seen" } == 2, "each look is recorded: \(audit)")
        },
        StoreContract("a released mail is a file of its ticket, once, and the server is told") { subject in
            let bytes = Array("From: poison\r\n\r\nmarker".utf8)
            let mail = try await subject.quarantined(String(decoding: bytes, as: UTF8.self))
            let number = try subject.unwrap(mail.ticket, "the ticket")
            let released = try await subject.store.releaseQuarantined(mail.id, by: .operatorOnHost, now: subject.now)
            try subject.require(released == number, "into the ticket that stands for it")
            let view = try await subject.view(number)
            let file = try subject.unwrap(view.messages.first?.attachments.first, "the file")
            try subject.require(file.filename == "mail.eml" && file.mediaType == "message/rfc822", "a mail")
            let content = try await subject.store.attachment(
                file.id, of: number, reader: .operatorOnHost, now: subject.now)
            try subject.require(content?.1 == bytes, "as it came")
            try subject.require(view.messages.last?.direction == .note, "a note tells of it")
            try subject.require(
                try await subject.state().unsettled.map(\.state) == [.acceptedNotTold], "the server is to be told")
            try subject.require(try await subject.store.quarantine().isEmpty, "nothing waits")
            try subject.require(try await subject.sendAll().isEmpty, "nobody is written to")
            let again = try await subject.store.releaseQuarantined(mail.id, by: .operatorOnHost, now: subject.now)
            let count = try await subject.view(number).messages.count
            try subject.require(again == nil && count == view.messages.count, "a second time does nothing")
        },
        StoreContract("a deleted mail is gone, its ticket closed, and never taken in again") { subject in
            let mail = try await subject.quarantined("From: poison\r\n\r\nmarker")
            let number = try subject.unwrap(mail.ticket, "the ticket")
            try subject.require(
                try await subject.store.deleteQuarantined(mail.id, by: .operatorOnHost, now: subject.now),
                "it was there")
            try subject.require(try await subject.store.quarantine().isEmpty, "nothing waits")
            try subject.require(try await subject.view(number).ticket.status == .closed, "closed")
            let state = try await subject.state()
            try subject.require(state.unsettled.isEmpty && state.lastUID >= mail.uid, "the server is left alone")
            let again = try await subject.store.deleteQuarantined(mail.id, by: .operatorOnHost, now: subject.now)
            try subject.require(!again, "once")
        },
        StoreContract("only what somebody looked at long ago expires") { subject in
            let (seen, unseen) = (try await subject.quarantined("one"), try await subject.quarantined("two"))
            _ = try await subject.store.lookAtQuarantined(seen.id, by: .operatorOnHost, now: subject.now)
            func expire(after days: Double) async throws -> Int {
                let time = subject.now.addingTimeInterval(days * 86_400)
                return try await subject.store.expireQuarantined(
                    lookedBefore: time.addingTimeInterval(-Limits.quarantineKept.seconds), limit: 10, now: time)
            }
            try subject.require(try await expire(after: 29) == 0, "not yet")
            try subject.require(try await expire(after: 31) == 1, "then")
            try subject.require(try await expire(after: 3_000) == 0, "never what nobody saw")
            try subject.require(try await subject.store.quarantine().map(\.id) == [unseen.id], "it still waits")
            let audit = try await subject.store.auditEntries(after: 0, limit: 100).map(\.event)
            try subject.require(audit.last == "quarantine.expired", "recorded: \(audit)")
        },
    ]
}

extension StoreSubject {
    /// A mail that could not be read, as the quarantine lists it.
    func quarantined(_ text: String) async throws -> QuarantinedMail {
        let uid = nextUID()
        let content = Arrival.Content.unreadable(bytes: Array(text.utf8), reason: .stoppedTheDaemon)
        _ = try await receive([Arrival(uid: uid, receivedAt: now, content: content)])
        return try unwrap(try await store.quarantine().first { $0.uid == uid }, "the quarantined mail")
    }
}
