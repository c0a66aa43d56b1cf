/// `POST /api/v1/mailboxes/{name}/login/answer`: what the browser brought back. No code means that it brought an error.
package struct SignInAnswerBody: StrictBody {
    package var state: String
    package var code: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case state, code
    }

    package init(state: String, code: String?) {
        self.state = state
        self.code = code
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        state = try container.decode(String.self, forKey: .state)
        code = try container.decodeIfPresent(String.self, forKey: .code)
    }
}
