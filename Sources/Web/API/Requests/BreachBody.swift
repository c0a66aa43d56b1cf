package import Foundation

/// `POST /api/v1/breaches`: a breach as it is taken down.
package struct BreachBody: StrictBody {
    package var detectedAt: Date
    package var awareAt: Date
    package var decidedBy: String
    package var kinds: [String]
    package var drill: Bool

    enum CodingKeys: String, CodingKey, CaseIterable {
        case detectedAt, awareAt, decidedBy, kinds, drill
    }

    package init(detectedAt: Date, awareAt: Date, decidedBy: String, kinds: [String], drill: Bool = false) {
        self.detectedAt = detectedAt
        self.awareAt = awareAt
        self.decidedBy = decidedBy
        self.kinds = kinds
        self.drill = drill
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        detectedAt = try container.decode(Date.self, forKey: .detectedAt)
        awareAt = try container.decode(Date.self, forKey: .awareAt)
        decidedBy = try container.decode(String.self, forKey: .decidedBy)
        kinds = try container.decode([String].self, forKey: .kinds)
        drill = try container.decodeIfPresent(Bool.self, forKey: .drill) ?? false
    }
}
