/// `POST /api/v1/blocks` and `/blocks/remove`: an address or a domain.
package struct BlockBody: StrictBody {
    package var target: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case target
    }

    package init(target: String) {
        self.target = target
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        target = try container.decode(String.self, forKey: .target)
    }
}
