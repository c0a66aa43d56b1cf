/// What decides whether a data protection officer is needed, in the order of Art. 37(1) and of national law. The codes
/// are options of the command and words of the law profile: they never change.
package enum OfficerQuestion: String, Sendable, CaseIterable, Codable {
    case publicAuthority = "public-authority"
    case monitoring
    case specialData = "special-data"
    case impactAssessment = "impact-assessment"
    case dataTrade = "data-trade"

    /// The article by which a yes alone makes an officer necessary; nil where national law decides.
    package var article: String? {
        switch self {
        case .publicAuthority: "37(1)(a)"
        case .monitoring: "37(1)(b)"
        case .specialData: "37(1)(c)"
        case .impactAssessment, .dataTrade: nil
        }
    }

    package var words: String {
        switch self {
        case .publicAuthority:
            """
            Are you a public authority or body, other than a court acting in its judicial capacity? (Art. 37(1)(a))
            """
        case .monitoring:
            """
            Does your core business need regular and systematic monitoring of people on a large scale? (Art. 37(1)(b))
            """
        case .specialData:
            """
            Does your core business process special categories or data on convictions on a large scale? \
            (Art. 37(1)(c))
            """
        case .impactAssessment: "Do you process anything that needs an impact assessment? (Art. 35)"
        case .dataTrade:
            """
            Do you process data for transfer, also anonymised, or for market and opinion research, as a business?
            """
        }
    }
}
