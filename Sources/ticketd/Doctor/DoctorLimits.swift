import Foundation

/// The numbers of the doctor, each with the reason it has this value.
enum DoctorLimits {
    /// How long a test mail may take: providers deliver to themselves within seconds, grey-listing does not apply to
    /// those who log in.
    static let arrival = Duration.seconds(30)
    /// Between two looks for it.
    static let look = Duration.milliseconds(300)
    /// The newest messages of the folder imported mail is moved to; ours is among them.
    static let recent: UInt32 = 50
    /// A certificate that ends this soon was to be renewed long ago: authorities renew a month before the end.
    static let certificateProblem = 14.0 * 86_400
    static let certificateRemark = 30.0 * 86_400
    /// Ticket times, deadlines of the law and one-time passwords are off by as much as the clock. Mail servers keep
    /// theirs by NTP within a second.
    static let clockProblem = 300.0
    static let clockRemark = 60.0
    /// A connection to a configured server. A packet filter shows itself by silence.
    static let connect = Duration.seconds(10)
    /// One HTTP request through the proxy.
    static let web = Duration.seconds(15)
    /// RFC 7208 §4.6.4: more look-ups than this make an SPF record fail.
    static let lookups = 10
}
