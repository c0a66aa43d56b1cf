package import Mail

/// Whether a new ticket is acknowledged (P15, RFC 3834 §2, gdpr.md C3). Pure.
///
/// The first reason that forbids it wins; only a mail that none forbids is acknowledged, once.
package enum AcknowledgementPolicy {
    package static func decide(_ message: Message, in context: IntakeContext) -> Acknowledgement {
        if let refusal = refusal(for: message, in: context) { .withhold(refusal) } else { .send }
    }

    private static func refusal(for message: Message, in context: IntakeContext) -> AcknowledgementRefusal? {
        if !context.profile.acknowledges { return .switchedOff }
        if context.isArchive { return .archive }
        if context.isFromBeforeRestore { return .restored }
        guard context.authorship.author != nil else { return .noAuthor }
        if message.automation.isMachine { return .machine }
        // Our own mail carries List-Unsubscribe, so it means "do not acknowledge" and not "not a person".
        if message.suppressesAcknowledgement { return .list }
        if context.authorship.isAmbiguous { return .ambiguousAuthor }
        if context.authorship.standing == .failed { return .notAuthenticated }
        if context.isBlocked { return .blocked }
        if context.isAddressOfOurs { return .ourOwnAddress }
        if context.suppression?.covers(.automaticService, sameTicket: false) == true { return .unsubscribed }
        if context.isUndeliverable { return .undeliverable }
        guard isWithinBudget(context) else { return .budget }
        // P12: a responder that strips every header answers our answer at once, under whatever subject.
        return context.courtesies.toAddressLastHour > 0 ? .answeredLately : nil
    }

    private static func isWithinBudget(_ context: IntakeContext) -> Bool {
        let count = context.courtesies
        guard count.toEverybodyLastHour < Limits.courtesiesPerHour,
            count.toAddressLastDay < Limits.courtesiesPerAddressAndDay
        else { return false }
        if context.authorship.standing == .verified { return true }
        return count.toAddressLastDay < Limits.unverifiedAcknowledgementsPerAddressAndDay
            && count.toUnverifiedLastHour < Limits.unverifiedAcknowledgementsPerHour
    }
}
