import Desk

/// Who takes part in a ticket besides its requester.
package struct APIParticipants: Codable, Sendable, Equatable {
    package var participants: [APITicket.Person]

    init(_ people: [PersonSummary]) {
        participants = people.map { APITicket.Person($0) }
    }
}
