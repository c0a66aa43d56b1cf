/// What somebody did to consent (Art. 4(11)): a closed list of acts of one's own. Silence, a box that was ticked
/// already and doing nothing are none (recital 32; CJEU C-673/17), and no case here could stand for them.
package enum AffirmativeAct: String, Sendable, CaseIterable {
    case checkbox
    case button
    /// The button behind the link that was sent to the address itself.
    case doubleOptIn = "double-opt-in-click"
    case signedPaper = "signed-paper"
    case recordedCall = "recorded-call"
}

/// In which state the controls stood before the person touched them. There is no case for a ticked one, so a form that
/// shows one can neither be made nor recorded.
package enum ConsentControls: String, Sendable, CaseIterable {
    case unticked
    /// Paper, or a call.
    case none
}

/// By which way a consent came, or went.
package enum ConsentChannel: String, Sendable, CaseIterable {
    case form
    case mail
    case portal
    case phone
    case letter
    case person
    case `import`
    /// The page behind the link of every mail.
    case link
}

/// What the person said of their age, asked only where a purpose is offered directly to children (Art. 8).
package enum AgeStatement: Sendable, Equatable, Hashable {
    case notAsked
    case atLeast(Int)
    case below(Int)

    /// As it is kept.
    package var word: String {
        switch self {
        case .notAsked: "not-asked"
        case .atLeast(let years): "at-least-\(years)"
        case .below(let years): "below-\(years)"
        }
    }

    package init?(word: String) {
        if word == "not-asked" {
            self = .notAsked
        } else if word.hasPrefix("at-least-"), let years = Int(word.dropFirst(9)), (1...99).contains(years) {
            self = .atLeast(years)
        } else if word.hasPrefix("below-"), let years = Int(word.dropFirst(6)), (1...99).contains(years) {
            self = .below(years)
        } else {
            return nil
        }
    }
}
