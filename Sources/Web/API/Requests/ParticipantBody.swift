/// `POST /api/v1/tickets/{number}/participants`.
package struct ParticipantBody: StrictBody {
    package var address: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case address
    }

    package init(address: String) {
        self.address = address
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        address = try container.decode(String.self, forKey: .address)
    }
}
