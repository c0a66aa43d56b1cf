/// What a list does with tickets that are out of sight until a time.
package enum Snoozing: String, Sendable, CaseIterable {
    case hide
    case only
    case any

    package func shows(isSnoozed: Bool) -> Bool {
        switch self {
        case .hide: !isSnoozed
        case .only: isSnoozed
        case .any: true
        }
    }
}
