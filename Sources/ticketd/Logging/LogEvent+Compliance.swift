import Logging

/// What the daemon says about the checks of the installation: counts.
extension LogEvent {
    static func complianceChecked(failing: Int, began: Int) -> LogEvent {
        LogEvent(
            began > 0 ? .warning : .info, "compliance-checked",
            "the installation was checked; see `ticketd compliance`",
            [.count("failing", failing), .count("new", began)])
    }

    static func roundTripMade(failedStep: Int) -> LogEvent {
        LogEvent(
            failedStep > 0 ? .error : .info, "round-trip",
            "a made-up person was taken in, copied and erased; 0 is no step that failed",
            [.count("failed-step", failedStep)])
    }
}
