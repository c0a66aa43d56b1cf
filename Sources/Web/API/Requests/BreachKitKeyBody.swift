/// `POST /api/v1/breach-kit-key`: what a passphrase came to; the passphrase itself is sent nowhere.
package struct BreachKitKeyBody: StrictBody {
    package var logN: Int
    package var salt: String
    package var key: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case logN, salt, key
    }

    package init(logN: Int, salt: String, key: String) {
        self.logN = logN
        self.salt = salt
        self.key = key
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        logN = try container.decode(Int.self, forKey: .logN)
        salt = try container.decode(String.self, forKey: .salt)
        key = try container.decode(String.self, forKey: .key)
    }
}

/// Whether it is kept.
package struct APIBreachKitKey: Codable, Sendable, Equatable {
    package var kept: Bool
}
