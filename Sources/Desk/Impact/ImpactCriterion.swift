/// What makes a high risk likely: the nine criteria of the guidelines WP 248 rev.01 (endorsed by the EDPB), and the
/// three cases of Art. 35(3) as far as a helpdesk can be one. Their codes are the options of the command.
package enum ImpactCriterion: String, Codable, Sendable, CaseIterable {
    case evaluation
    case automatedDecision = "automated-decision"
    case monitoring
    case sensitive
    case largeScale = "large-scale"
    case matching
    case vulnerable
    case innovative
    case preventsRight = "prevents-right"

    package var words: String {
        switch self {
        case .evaluation: "Are people evaluated, scored or profiled by their mail?"
        case .automatedDecision: "Is something decided about people by a program alone, with legal or similar effect?"
        case .monitoring: "Are people watched systematically?"
        case .sensitive: "Are data of Art. 9 or 10, or other very personal data, expected in the mail?"
        case .largeScale: "Is it on a large scale, by the number of people, data, years or countries (recital 91)?"
        case .matching: "Are the data matched with data gathered for another purpose?"
        case .vulnerable: "Are many of the people children, patients, employees or otherwise unable to object freely?"
        case .innovative: "Is a new technology applied to the mail, such as a language model?"
        case .preventsRight: "Can the processing keep people from using a right, a service or a contract?"
        }
    }

    /// Any one of these in full is a case of Art. 35(3) and decides alone.
    package var article: String? {
        switch self {
        case .automatedDecision: "35(3)(a)"
        case .evaluation, .monitoring, .sensitive, .largeScale, .matching, .vulnerable, .innovative, .preventsRight: nil
        }
    }
}
