/// What is to be told about one alarm.
package struct AlarmNotice: Sendable, Equatable {
    package enum Occasion: String, Sendable, CaseIterable {
        case raised
        /// It still stands after the period of repetition.
        case repeated
        /// The all-clear.
        case over
    }

    package var alarm: Alarm
    package var occasion: Occasion
    /// Whether the command is run when it cannot be mailed: not for a further try of a notice it was run for.
    package var mayCommand: Bool

    package init(_ alarm: Alarm, _ occasion: Occasion, mayCommand: Bool = true) {
        self.alarm = alarm
        self.occasion = occasion
        self.mayCommand = mayCommand
    }
}

/// What became of a notice.
package enum AlarmTelling: Sendable, Equatable {
    /// A server took it for at least one recipient.
    case mailed
    /// It could not be mailed and the command was run.
    case commanded
    /// Nobody heard.
    case unheard
}
