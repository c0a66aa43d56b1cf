package import Foundation

/// By what the affected people of a breach are found. Each is a plain query over what the desk keeps; several add up.
package enum AffectedSource: Sendable, Equatable {
    /// Everybody who takes part in these tickets.
    case tickets([TicketNumber])
    /// Whose messages came in or went out in this time, of one mailbox or of all.
    case window(from: Date, to: Date, mailbox: MailboxName?)
    /// Everybody of the tickets this reader opened in this time, by the read log: a name of the audit log.
    case reads(by: String, from: Date, to: Date)
    /// Whose message or answer went to somebody else.
    case misdirected(TicketMessageID)
    /// The same, by the mail of the outbox.
    case misdirectedMail(OutboxEntryID)
    /// Everybody whose data a copy of this moment holds.
    case backup(BackupSet, at: Date)
    /// Everybody whose key this epoch wrapped: what stolen keys of it open.
    case keyEpoch(Int)

    package var word: String {
        switch self {
        case .tickets: "tickets"
        case .window: "window"
        case .reads: "reads"
        case .misdirected, .misdirectedMail: "misdirected"
        case .backup: "backup"
        case .keyEpoch: "key-epoch"
        }
    }

    /// What is remembered of the question in the register: numbers, times and ids, no words.
    package var particulars: String {
        switch self {
        case .tickets(let numbers): numbers.map { "#\($0.value)" }.joined(separator: " ")
        case .window(let from, let to, let mailbox):
            "\(MinuteText.of(from)) to \(MinuteText.of(to))" + (mailbox.map { ", mailbox \($0.value)" } ?? "")
        case .reads(let reader, let from, let to): "\(reader), \(MinuteText.of(from)) to \(MinuteText.of(to))"
        case .misdirected(let message): "message \(message.hex)"
        case .misdirectedMail(let entry): "mail \(entry.hex)"
        case .backup(let set, let moment): "\(set.rawValue) of \(MinuteText.of(moment))"
        case .keyEpoch(let epoch): "epoch \(epoch)"
        }
    }

    package func validate(now: Date) throws(DeskRefusal) {
        switch self {
        case .tickets(let numbers):
            guard (1...Limits.breachTickets).contains(numbers.count) else {
                throw .invalid(field: "tickets", expected: "1 to \(Limits.breachTickets) numbers")
            }
        case .window(let from, let to, _), .reads(_, let from, let to):
            guard from < to else { throw .invalid(field: "to", expected: "a time after “from”") }
        case .backup(_, let moment):
            guard moment <= now else { throw .invalid(field: "backupAt", expected: "a time in the past") }
        case .keyEpoch(let epoch):
            guard epoch >= 1 else { throw .invalid(field: "epoch", expected: "a number from 1") }
        case .misdirected, .misdirectedMail: break
        }
    }
}

/// How many, without saying who.
package struct AffectedCounts: Sendable, Equatable, Codable {
    package var people: Int
    /// Messages: what Art. 33(3)(a) calls personal data records.
    package var records: Int

    package init(people: Int = 0, records: Int = 0) {
        self.people = people
        self.records = records
    }
}

/// One question that was asked, and what it found at that time.
package struct AffectedQuery: Sendable, Equatable, Codable {
    package var source: String
    package var particulars: String
    package var found: AffectedCounts
    package var at: Date
    package var by: String

    package init(source: String, particulars: String, found: AffectedCounts, at: Date, by: String) {
        self.source = source
        self.particulars = particulars
        self.found = found
        self.at = at
        self.by = by
    }
}
