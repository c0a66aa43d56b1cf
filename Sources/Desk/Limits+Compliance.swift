/// Numbers of the checks and the documents around them.
extension Limits {
    /// How often the daemon looks whether a check is due, and how long after its start it looks first.
    package static let complianceLook = Duration.seconds(600)
    /// Every check, once a day (gdpr.md A17).
    package static let complianceEvery = Duration.seconds(86_400)
    /// A made-up person, once a week (A17, R05).
    package static let roundTripEvery = Duration.seconds(7 * 86_400)
    /// A check that began to fail is an alarm for a week; then it is a standing matter of the report.
    package static let complianceNews = Duration.seconds(7 * 86_400)
    /// Things one line of evidence names before it counts the rest.
    static let complianceNamed = 5
    /// Erasures and breaches one look judges, the newest first.
    static let complianceErasures = 200
    static let complianceBreaches = 500
    /// Sealed values looked at in each column.
    package static let complianceSample = 20
    /// Euro; a thousand times the turnover of the largest undertaking there is.
    static let turnoverMaximum: Int64 = 1_000_000_000_000_000
}
