import Desk

/// `POST /api/v1/scope`: the answers, each a no unless it is given, and the reasons.
package struct ScopeBody: StrictBody {
    package var reasons: String
    package var yes: [String]
    package var signs: [String]?
    package var representative: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case reasons, yes, signs, representative
    }

    package init(reasons: String, yes: [String], signs: [String], representative: String) {
        self.reasons = reasons
        self.yes = yes
        self.signs = signs
        self.representative = representative
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        reasons = try container.decode(String.self, forKey: .reasons)
        yes = try container.decode([String].self, forKey: .yes)
        signs = try container.decodeIfPresent([String].self, forKey: .signs)
        representative = try container.decodeIfPresent(String.self, forKey: .representative)
    }

    func answers() throws(APIFailure) -> ScopeAnswers {
        var answers = ScopeAnswers()
        for word in yes {
            guard let question = ScopeQuestion(rawValue: word) else {
                throw .invalid("yes", "some of \(ScopeQuestion.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            answers[keyPath: question.answer] = true
        }
        for word in signs ?? [] {
            guard let sign = ScopeAnswers.Sign(rawValue: word) else {
                throw .invalid("signs", "some of \(ScopeAnswers.Sign.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            if !answers.signs.contains(sign) { answers.signs.append(sign) }
        }
        answers.representative = representative ?? ""
        return answers
    }
}
