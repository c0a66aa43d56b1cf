import Desk
package import Foundation

/// A request under Art. 12–22, with its legal clock. Days are of the controller's calendar.
package struct APIRightsRequest: Codable, Sendable, Equatable {
    package var id: String
    /// What the person is told to quote.
    package var reference: String
    package var right: String
    package var article: String
    package var channel: String
    package var state: String
    package var receivedAt: Date
    package var receivedOn: String
    /// The day to work towards, before it moves to a working day.
    package var targetOn: String
    /// The last day by law.
    package var dueOn: String
    package var extended: Bool
    package var urgency: String
    @OrNull package var suspendedSince: String?
    /// `link`, `staff` or null.
    @OrNull package var proof: String?
    @OrNull package var person: String?
    @OrNull package var ticket: Int64?
    package var wording: String
    @OrNull package var contact: String?
    @OrNull package var decision: String?
    @OrNull package var ground: String?
    @OrNull package var reasons: String?
    @OrNull package var extensionReason: String?
    @OrNull package var decidedAt: Date?
    package var version: Int64

    init(_ request: RightsRequest, on today: CalendarDay) {
        id = request.id.hex
        reference = request.reference
        right = request.right.rawValue
        article = request.right.article
        channel = request.channel.rawValue
        state = request.state.rawValue
        receivedAt = request.receivedAt
        receivedOn = request.clock.receivedOn.text
        targetOn = request.clock.targetDay.text
        dueOn = request.clock.dueDay.text
        extended = request.clock.isExtended
        urgency = RightsRequestUrgency(of: request, on: today).rawValue
        suspendedSince = request.suspendedOn?.text
        proof =
            switch request.identity {
            case .unproved: nil
            case .link: "link"
            case .byStaff: "staff"
            }
        person = request.person?.hex
        ticket = request.ticket?.value
        wording = request.wording
        contact = request.contact
        decision = request.decision?.word
        ground = request.decision?.ground?.rawValue
        reasons = request.decision?.reasons
        extensionReason = request.extensionReason
        decidedAt = request.decidedAt
        version = request.version
    }
}

package struct APIRightsRequests: Codable, Sendable, Equatable {
    package var requests: [APIRightsRequest]
}
