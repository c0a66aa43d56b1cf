/// How the program ends, in the words of sysexits.h. The unit file names those that must not be retried.
enum ExitStatus: Int32, Sendable {
    /// A check found a problem.
    case problemsFound = 1
    case usage = 64
    case dataDamaged = 65
    case unavailable = 69
    case bug = 70
    case inputOutput = 74
    case alreadyRunning = 75
    case configuration = 78
}
