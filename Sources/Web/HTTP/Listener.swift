/// The doors of the daemon. Which routes exist behind which door is in `Site+Routes.swift`.
package enum Listener: String, Sendable, CaseIterable {
    /// Everybody, through the operator's proxy.
    case tcp
    /// Those who may open the Unix socket; the kernel says who they are.
    case adminSocket = "admin-socket"
    /// Prometheus.
    case metrics
}
