/// `POST /api/v1/tickets/{number}/merge`: the ticket of the path becomes part of another one.
package struct MergeBody: StrictBody {
    /// The number of the ticket that is left.
    package var into: Int64

    enum CodingKeys: String, CodingKey, CaseIterable {
        case into
    }

    package init(into: Int64) {
        self.into = into
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        into = try container.decode(Int64.self, forKey: .into)
    }
}
