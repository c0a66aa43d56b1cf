import Desk

/// `POST /api/v1/processors`.
package struct ProcessorBody: StrictBody {
    package var name: String
    package var service: String
    package var country: String
    package var hosts: [String]?
    package var data: String?
    package var transfer: String?
    package var agreement: String?
    package var terms: [String]?
    package var subprocessors: String?
    package var review: String?
    package var ended: Bool?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, service, country, hosts, data, transfer, agreement, terms, subprocessors, review, ended
    }

    package init(name: String, service: String, country: String) {
        self.name = name
        self.service = service
        self.country = country
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        service = try container.decode(String.self, forKey: .service)
        country = try container.decode(String.self, forKey: .country)
        hosts = try container.decodeIfPresent([String].self, forKey: .hosts)
        data = try container.decodeIfPresent(String.self, forKey: .data)
        transfer = try container.decodeIfPresent(String.self, forKey: .transfer)
        agreement = try container.decodeIfPresent(String.self, forKey: .agreement)
        terms = try container.decodeIfPresent([String].self, forKey: .terms)
        subprocessors = try container.decodeIfPresent(String.self, forKey: .subprocessors)
        review = try container.decodeIfPresent(String.self, forKey: .review)
        ended = try container.decodeIfPresent(Bool.self, forKey: .ended)
    }

    func processor() throws(APIFailure) -> Processor {
        let tools = Processor.TransferTool.allCases.map(\.rawValue).joined(separator: ", ")
        guard let transfer = Processor.TransferTool(rawValue: transfer ?? "none") else {
            throw .invalid("transfer", "one of \(tools)")
        }
        var known: [Processor.Term] = []
        for word in terms ?? [] {
            guard let term = Processor.Term(rawValue: word) else {
                let all = Processor.Term.allCases.map(\.rawValue).joined(separator: ", ")
                throw .invalid("terms", "some of \(all)")
            }
            if !known.contains(term) { known.append(term) }
        }
        return Processor(
            name: name, service: service, hosts: hosts ?? [], data: data ?? "", country: country.uppercased(),
            transfer: transfer, agreement: agreement, terms: known, subprocessors: subprocessors ?? "",
            review: review, hasEnded: ended ?? false)
    }
}
