/// `POST /api/v1/people/{id}/rectify`: what is corrected, or what the person says about a message.
package struct RectificationBody: StrictBody {
    package struct Statement: StrictBody {
        package var ticket: Int64
        package var message: String
        package var text: String

        enum CodingKeys: String, CodingKey, CaseIterable {
            case ticket, message, text
        }

        package init(ticket: Int64, message: String, text: String) {
            self.ticket = ticket
            self.message = message
            self.text = text
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
            ticket = try container.decode(Int64.self, forKey: .ticket)
            message = try container.decode(String.self, forKey: .message)
            text = try container.decode(String.self, forKey: .text)
        }
    }

    package var name: String?
    package var address: String?
    package var statement: Statement?
    /// Why recipients are not told (Art. 19); left out, they are.
    package var untold: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, address, statement, untold
    }

    package init(
        name: String? = nil, address: String? = nil, statement: Statement? = nil, untold: String? = nil
    ) {
        self.name = name
        self.address = address
        self.statement = statement
        self.untold = untold
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        name = try container.decodeIfPresent(String.self, forKey: .name)
        address = try container.decodeIfPresent(String.self, forKey: .address)
        statement = try container.decodeIfPresent(Statement.self, forKey: .statement)
        untold = try container.decodeIfPresent(String.self, forKey: .untold)
    }
}
