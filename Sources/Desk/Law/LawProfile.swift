import Foundation

/// The numbers and articles of the law the desk counts by, read from a dated file and from nowhere else: when the law
/// changes, a new file is written and the code stays.
///
/// `Sources/Desk/Law/law-2026-11.json` is part of the program. A record keeps the name of the profile it was made
/// under.
package struct LawProfile: Sendable, Equatable, Decodable {
    package var name: String
    package var inForceOn: String
    /// By this day somebody has to look whether it is still the law.
    package var reviewBy: String
    package var basis: String
    /// What is being changed and is not law yet.
    package var watch: [String]
    package var breach: BreachLaw
    package var officer: OfficerLaw

    package static let current: LawProfile = {
        do {
            return try JSONDecoder().decode(LawProfile.self, from: Data(PackageResources.law_2026_11_json))
        } catch {
            // The file is part of the program, and a test reads it.
            preconditionFailure("The law profile of this program cannot be read.")
        }
    }()
}

/// What a breach is measured by (Art. 33, 34).
package struct BreachLaw: Sendable, Equatable, Decodable {
    package struct ReportField: Sendable, Equatable, Decodable {
        package var field: BreachReport.Field
        package var article: String
        package var label: String
    }

    package struct Exemption: Sendable, Equatable, Decodable {
        package var word: BreachCommunication.Ground
        package var article: String
    }

    /// Quarters of the score, as `BreachScore` counts.
    package struct ScoreSteps: Sendable, Equatable, Decodable {
        package var mediumFrom: Int
        package var highFrom: Int
        package var veryHighFrom: Int
    }

    /// From awareness to the authority, on the clock and not in working days: the reading that is never late.
    package var authorityHours: Int
    package var authorityArticle: String
    package var peopleArticle: String
    /// Hours before the end of the clock at which somebody is reminded, the earliest first.
    package var remindersHoursBefore: [Int]
    package var score: ScoreSteps
    package var report: [ReportField]
    package var exemptions: [Exemption]

    package func article(of ground: BreachCommunication.Ground) -> String {
        exemptions.first { $0.word == ground }?.article ?? "34(3)"
    }
}
