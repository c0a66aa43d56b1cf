internal import Desk
internal import Foundation

/// Answers those who asked for a link to the portal, inside one transaction: each ask is settled with its mail or
/// without one, and never twice.
struct AskAnswering {
    let records: DeskRecords
    let dispatch: Dispatch

    private var session: any SQLSession { records.session }

    func answer(limit: Int) throws(StoreFailure) -> PortalAnswers {
        let (portal, now) = (PortalRecords(records), Moment.milliseconds(dispatch.world.now()))
        var answers = PortalAnswers()
        var totals = try CourtesyTotals(session, now: now)
        for address in try portal.asks(limit: limit) {
            try portal.removeAsk(address)
            answers.settled += 1
            guard let person = try records.person(withIndex: address),
                try isWithinBudget(person, address, totals, portal, now: now)
            else { continue }
            // A mail that cannot be made would not be made the next time either.
            guard case .success(let entry?) = try portal.send(.signIn, to: person, dispatch: dispatch) else { continue }
            // Acknowledgements to unverified senders have a budget of their own within the common one; a link to an
            // address on file is none of those.
            try totals.add(session, address: address, entry: entry, isVerified: true, now: now)
            answers.sent += 1
        }
        return answers
    }

    /// P15: one budget for everything a stranger can cause, and a smaller one for who wants no mail.
    private func isWithinBudget(
        _ person: PersonRow, _ address: [UInt8], _ totals: CourtesyTotals, _ portal: PortalRecords, now: Int64
    ) throws(StoreFailure) -> Bool {
        let lastDay = try CourtesyTotals.lastDay(session, address: address, now: now)
        let count = totals.count(toAddressLastDay: lastDay)
        guard let mailbox = try portal.mailbox(of: person.id, dispatch.settings),
            let recipient = try records.summary(of: person.id).address
        else { return false }
        let hashes = records.hashes.suppression(recipient, group: mailbox.suppressionGroup)
        let isSuppressed = try SuppressionList(session: session).record(hashes) != nil
        guard CourtesyBudget.allows(count, isSuppressed: isSuppressed, days: 1) else {
            try CourtesyTotals.withhold(session, address: address, now: now)
            return false
        }
        return true
    }
}
