package import Foundation

/// `POST /api/v1/breaches/{breach}/assessment`: the risk as a human decided it.
package struct AssessmentBody: StrictBody {
    package var risk: String
    package var reasons: String
    package var score: Score?

    /// ENISA 2013: DPC, EI, CB as they are written there, 0.25 to 1 and 0 to 0.5.
    package struct Score: StrictBody {
        package var context: Int
        package var identification: Double
        package var confidentiality: Double
        package var integrity: Double
        package var availability: Double
        package var malicious: Bool

        enum CodingKeys: String, CodingKey, CaseIterable {
            case context, identification, confidentiality, integrity, availability, malicious
        }

        package init(
            context: Int, identification: Double, confidentiality: Double = 0, integrity: Double = 0,
            availability: Double = 0, malicious: Bool = false
        ) {
            self.context = context
            self.identification = identification
            self.confidentiality = confidentiality
            self.integrity = integrity
            self.availability = availability
            self.malicious = malicious
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
            context = try container.decode(Int.self, forKey: .context)
            identification = try container.decode(Double.self, forKey: .identification)
            confidentiality = try container.decodeIfPresent(Double.self, forKey: .confidentiality) ?? 0
            integrity = try container.decodeIfPresent(Double.self, forKey: .integrity) ?? 0
            availability = try container.decodeIfPresent(Double.self, forKey: .availability) ?? 0
            malicious = try container.decodeIfPresent(Bool.self, forKey: .malicious) ?? false
        }
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case risk, reasons, score
    }

    package init(risk: String, reasons: String, score: Score? = nil) {
        self.risk = risk
        self.reasons = reasons
        self.score = score
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        risk = try container.decode(String.self, forKey: .risk)
        reasons = try container.decode(String.self, forKey: .reasons)
        score = try container.decodeIfPresent(Score.self, forKey: .score)
    }
}

/// `POST /api/v1/breaches/{breach}/filings`: a notification that was made.
package struct FilingBody: StrictBody {
    package var recipient: String
    package var via: String
    package var reference: String
    /// Now when left out.
    package var at: Date?
    package var final: Bool
    package var lateReasons: String?
    /// ticketd sends the mail itself; otherwise it was sent elsewhere, and is recorded.
    package var send: Bool

    enum CodingKeys: String, CodingKey, CaseIterable {
        case recipient, via, reference, at, final, lateReasons, send
    }

    package init(
        recipient: String, via: String, reference: String, at: Date?, final: Bool = false, lateReasons: String? = nil,
        send: Bool = false
    ) {
        self.recipient = recipient
        self.via = via
        self.reference = reference
        self.at = at
        self.final = final
        self.lateReasons = lateReasons
        self.send = send
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        recipient = try container.decode(String.self, forKey: .recipient)
        via = try container.decode(String.self, forKey: .via)
        reference = try container.decodeIfPresent(String.self, forKey: .reference) ?? ""
        at = try container.decodeIfPresent(Date.self, forKey: .at)
        final = try container.decodeIfPresent(Bool.self, forKey: .final) ?? false
        lateReasons = try container.decodeIfPresent(String.self, forKey: .lateReasons)
        send = try container.decodeIfPresent(Bool.self, forKey: .send) ?? false
    }
}

/// `POST /api/v1/breaches/{breach}/communication`: how the people are told, or why they need not be.
package struct CommunicationBody: StrictBody {
    package var means: String
    package var ground: String?
    package var reasons: String?
    package var place: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case means, ground, reasons, place
    }

    package init(means: String, ground: String? = nil, reasons: String? = nil, place: String? = nil) {
        self.means = means
        self.ground = ground
        self.reasons = reasons
        self.place = place
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        means = try container.decode(String.self, forKey: .means)
        ground = try container.decodeIfPresent(String.self, forKey: .ground)
        reasons = try container.decodeIfPresent(String.self, forKey: .reasons)
        place = try container.decodeIfPresent(String.self, forKey: .place)
    }
}

/// `POST /api/v1/breaches/{breach}/closure`, and whatever else needs a reason and nothing more.
package struct BreachMoveBody: StrictBody {
    package var reasons: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case reasons
    }

    package init(reasons: String) {
        self.reasons = reasons
    }

    package init(from decoder: any Decoder) throws {
        reasons = try decoder.strictContainer(keyedBy: CodingKeys.self).decode(String.self, forKey: .reasons)
    }
}
