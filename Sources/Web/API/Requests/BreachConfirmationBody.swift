/// `POST /api/v1/breach-candidates/{id}/confirmation`: who decided that it is a breach.
package struct BreachConfirmationBody: StrictBody {
    package var decidedBy: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case decidedBy
    }

    package init(decidedBy: String) {
        self.decidedBy = decidedBy
    }

    package init(from decoder: any Decoder) throws {
        decidedBy = try decoder.strictContainer(keyedBy: CodingKeys.self).decode(String.self, forKey: .decidedBy)
    }
}
