package import Vault

/// A 128-bit id made by us, typed by what it names, so that a person's id cannot be passed for a message's.
///
/// Ids are never reused. The first 48 bits are the millisecond of making, so that neighbours in time are
/// neighbours in the database; uniqueness rests on the 80 random bits alone and survives a clock that jumps.
package struct Identifier<Kind>: Hashable, Sendable, Comparable {
    package let object: ObjectID

    package init(_ object: ObjectID) {
        self.object = object
    }

    package init?(hex: String) {
        guard let object = ObjectID(hex: hex) else { return nil }
        self.object = object
    }

    package init(from world: World) {
        self.object = world.newObjectID()
    }

    package var hex: String { object.hex }

    package static func < (left: Self, right: Self) -> Bool { left.object < right.object }
}

package enum PersonKind: Sendable {}
package enum TicketMessageKind: Sendable {}
package enum AttachmentKind: Sendable {}
package enum OutboxEntryKind: Sendable {}
package enum AccessTokenKind: Sendable {}
package enum AgentKind: Sendable {}
package enum DaemonRunKind: Sendable {}
package enum RightsRequestKind: Sendable {}

package typealias PersonID = Identifier<PersonKind>
package typealias TicketMessageID = Identifier<TicketMessageKind>
package typealias AttachmentID = Identifier<AttachmentKind>
package typealias OutboxEntryID = Identifier<OutboxEntryKind>
package typealias AccessTokenID = Identifier<AccessTokenKind>
package typealias AgentID = Identifier<AgentKind>
/// One life of the daemon. Claims on outbox entries belong to a run and die with it.
package typealias DaemonRun = Identifier<DaemonRunKind>
package typealias RightsRequestID = Identifier<RightsRequestKind>
