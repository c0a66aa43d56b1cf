internal import Desk
internal import Foundation

/// The tickets of one step, chosen without holding up a writer.
struct ExpiryChoice: Sendable {
    var tickets: [TicketNumber] = []
    /// Where the next step begins; nil when there is nothing behind.
    var next: TicketNumber?

    static func make(
        _ records: DeskRecords, of mailbox: MailboxName, under terms: RetentionTerms, horizon: Date,
        after number: TicketNumber?
    ) throws(StoreFailure) -> ExpiryChoice {
        var choice = ExpiryChoice(next: number)
        var messages: Int64 = 0
        let page = try ExpiryCandidate.page(
            records, of: mailbox, under: terms, horizon: horizon, after: number, limit: Limits.expiryLook)
        for candidate in page {
            if !candidate.stays, try candidate.isDue(records, under: terms, horizon: horizon) {
                let sum = messages + candidate.ticket.messageCount
                // One that is large alone goes alone.
                let isFull = choice.tickets.count >= Limits.expiredTickets || sum > Int64(Limits.expiredMessages)
                if isFull, !choice.tickets.isEmpty { return choice }
                choice.tickets.append(candidate.ticket.number)
                messages = sum
            }
            choice.next = candidate.ticket.number
        }
        if page.count < Limits.expiryLook { choice.next = nil }
        return choice
    }

    /// Those that are due now as they were when they were chosen.
    func still(
        _ records: DeskRecords, of mailbox: MailboxName, under terms: RetentionTerms, horizon: Date
    ) throws(StoreFailure) -> [TicketNumber] {
        var still: [TicketNumber] = []
        for number in tickets {
            let found = try ExpiryCandidate.page(
                records, of: mailbox, under: terms, horizon: horizon, after: TicketNumber(number.value - 1), limit: 1)
            guard let candidate = found.first, candidate.ticket.number == number, !candidate.stays,
                try candidate.isDue(records, under: terms, horizon: horizon)
            else { continue }
            still.append(number)
        }
        return still
    }
}
