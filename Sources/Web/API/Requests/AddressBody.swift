/// An address and nothing else: whom to look up, who takes part. It never stands in a URL.
package struct AddressBody: StrictBody {
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
