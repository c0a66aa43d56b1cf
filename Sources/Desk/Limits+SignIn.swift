/// The numbers of signing in at mail servers with tokens.
extension Limits {
    /// A token is renewed when this share of its life is over, in percent (gdpr.md C7). The rest is for trying again.
    package static let tokenRenewAt = 80
    /// Renewing fails, and only a tenth of the life is left: an alarm, while mail still flows.
    package static let tokenAlarmShare = 10.0
    /// A sign-in that ends by itself is told of in its last fifth, or the last week of a long one.
    package static let grantAlarmShare = 5.0
    package static let grantNotice = Duration.seconds(7 * 86_400)
    /// What a provider that names no length means (RFC 6749 §5.1 leaves it open), and the longest that is believed.
    package static let tokenLife = Duration.seconds(3600)
    package static let tokenLifeMaximum = Duration.seconds(366 * 86_400)
    /// Between tries to renew while the provider does not answer: doubled, from the first to the last.
    package static let tokenRetry = Duration.seconds(10)
    package static let tokenRetryMaximum = Duration.seconds(15 * 60)
    /// Between tries after a refusal that an operator can mend without a new sign-in, such as an old client secret.
    package static let tokenRefusalRetry = Duration.seconds(15 * 60)
    /// A server that refuses fresh tokens too makes us ask the provider no more often than this.
    package static let tokenRenewalPause = Duration.seconds(60)
    /// A clock set back further than this makes the end of a token meaningless.
    package static let tokenClockTolerance = Duration.seconds(300)
    /// The longest rest of whoever keeps a token; a bell ends it.
    package static let tokenRest = Duration.seconds(60)
    /// RFC 8628 §3.2: five seconds between questions where the provider names none, and §3.5: five more each time it
    /// says that we are too fast. A provider that does not answer is asked ever more slowly, up to a minute.
    package static let devicePoll = Duration.seconds(5)
    package static let devicePollStep = Duration.seconds(5)
    package static let devicePollMaximum = Duration.seconds(60)
    /// How long a person may take; also the most that is believed of a provider's word.
    package static let signInPatience = Duration.seconds(15 * 60)
    /// One token, one code, one address of a page. Microsoft's tokens are about 2 KB, its refresh tokens 1.5 KB.
    package static let tokenBytes = 16 * 1024
}
