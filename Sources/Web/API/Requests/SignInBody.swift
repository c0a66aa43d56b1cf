/// `POST /api/v1/mailboxes/{name}/login`: where the caller waits for the browser, when it does.
package struct SignInBody: StrictBody {
    package var redirectPort: Int?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case redirectPort
    }

    package init(redirectPort: Int?) {
        self.redirectPort = redirectPort
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        redirectPort = try container.decodeIfPresent(Int.self, forKey: .redirectPort)
    }
}
