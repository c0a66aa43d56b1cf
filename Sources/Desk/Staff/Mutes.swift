package import Foundation
package import Mail

/// Who of the staff has muted notices, and who therefore hears of what. Pure.
package struct Mutes: Sendable, Equatable {
    private let since: [EmailAddress: Date]

    package init(since: [EmailAddress: Date] = [:]) {
        self.since = since
    }

    /// Who is told of new mail.
    package func hearing(notices recipients: [EmailAddress]) -> [EmailAddress] {
        recipients.filter { since[$0] == nil }
    }

    /// Who is told of an alarm. What concerns delivery, the clock or the store is never muted, and somebody always
    /// hears of the rest: the last recipient cannot be removed.
    package func hearing(_ kind: AlarmKind, of recipients: [EmailAddress]) -> [EmailAddress] {
        recipients.filter { !kind.isMutable || since[$0] == nil || isLast($0, of: recipients) }
    }

    /// Whether everybody else had muted before this one did.
    package func isLast(_ address: EmailAddress, of recipients: [EmailAddress]) -> Bool {
        guard recipients.contains(address), recipients.allSatisfy({ $0 == address || since[$0] != nil }) else {
            return false
        }
        guard let own = since[address] else { return true }
        let last = recipients.filter { since[$0] == own }.min { $0.normalized < $1.normalized }
        return recipients.allSatisfy { (since[$0] ?? own) <= own } && last == address
    }
}
