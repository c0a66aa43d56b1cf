/// How the program ends, in the words of sysexits.h. The unit file names those that must not be retried.
enum ExitStatus: Int32, Sendable, CaseIterable {
    /// A check found a problem.
    case problemsFound = 1
    case usage = 64
    case dataDamaged = 65
    case unavailable = 69
    case bug = 70
    case inputOutput = 74
    case alreadyRunning = 75
    case notAllowed = 77
    case configuration = 78

    /// For the manual.
    var meaning: String {
        switch self {
        case .problemsFound: "A check found a problem."
        case .usage: "The command line was wrong."
        case .dataDamaged: "The store is damaged."
        case .unavailable: "The daemon or a server does not answer."
        case .bug: "A mistake in ticketd itself."
        case .inputOutput: "A file could not be read or written."
        case .alreadyRunning: "Another daemon runs on this store."
        case .notAllowed: "You may not do that."
        case .configuration: "The configuration is wrong."
        }
    }
}
