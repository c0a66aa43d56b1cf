import Desk

/// `POST /api/v1/dpia`: the criteria answered with yes, each a no unless it is given, and the reasons.
package struct ImpactBody: StrictBody {
    package var reasons: String
    package var yes: [String]
    package var listed: Bool?
    package var exempt: Bool?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case reasons, yes, listed, exempt
    }

    package init(reasons: String, yes: [String], listed: Bool, exempt: Bool) {
        self.reasons = reasons
        self.yes = yes
        self.listed = listed
        self.exempt = exempt
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        reasons = try container.decode(String.self, forKey: .reasons)
        yes = try container.decode([String].self, forKey: .yes)
        listed = try container.decodeIfPresent(Bool.self, forKey: .listed)
        exempt = try container.decodeIfPresent(Bool.self, forKey: .exempt)
    }

    func screening() throws(APIFailure) -> ImpactScreening {
        for word in yes where ImpactCriterion(rawValue: word) == nil {
            throw .invalid("yes", "some of \(ImpactCriterion.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return ImpactScreening(
            criteria: ImpactCriterion.allCases.filter { yes.contains($0.rawValue) }, isListed: listed ?? false,
            isExempt: exempt ?? false, reasons: reasons)
    }
}

/// `POST /api/v1/dpia/assessment`: that it was made.
package struct ImpactAssessmentBody: StrictBody {
    package var on: String
    package var by: String
    package var advice: String
    package var views: String
    package var residualHigh: Bool
    package var consultedOn: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case on, by, advice, views, residualHigh, consultedOn
    }

    package init(
        on: String, by: String, advice: String, views: String, residualHigh: Bool, consultedOn: String?
    ) {
        self.on = on
        self.by = by
        self.advice = advice
        self.views = views
        self.residualHigh = residualHigh
        self.consultedOn = consultedOn
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        on = try container.decode(String.self, forKey: .on)
        by = try container.decode(String.self, forKey: .by)
        advice = try container.decode(String.self, forKey: .advice)
        views = try container.decode(String.self, forKey: .views)
        residualHigh = try container.decode(Bool.self, forKey: .residualHigh)
        consultedOn = try container.decodeIfPresent(String.self, forKey: .consultedOn)
    }

    var assessment: ImpactScreening.Assessment {
        ImpactScreening.Assessment(
            on: on, by: by, advice: advice, views: views, isResidualHigh: residualHigh, consultedOn: consultedOn)
    }
}
