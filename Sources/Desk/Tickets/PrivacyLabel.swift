/// What a ticket holds that the law protects more than other data.
///
/// Apart from tags: tags are the team's words, these are three and mean the same everywhere. They are sealed with the
/// ticket, because that somebody wrote about their health is itself a fact about their health.
package enum PrivacyLabel: String, Sendable, CaseIterable {
    /// Special categories: health, belief, origin, union, sex life, biometrics (Art. 9).
    case art9
    /// Criminal convictions and offences (Art. 10).
    case art10
    /// The person is a child (Art. 8).
    case minor

    /// Each once, in one order, whatever order they were given in.
    package static func ordered(_ labels: some Sequence<PrivacyLabel>) -> [PrivacyLabel] {
        let given = Set(labels)
        return allCases.filter { given.contains($0) }
    }
}
