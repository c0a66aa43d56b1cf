package import Foundation

/// `POST /api/v1/consents/lookup`: may I write to this address for this purpose?
package struct ConsentLookupBody: StrictBody {
    package var address: String
    package var purpose: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case address, purpose
    }

    package init(address: String, purpose: String) {
        self.address = address
        self.purpose = purpose
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        address = try container.decode(String.self, forKey: .address)
        purpose = try container.decode(String.self, forKey: .purpose)
    }
}

/// `POST /api/v1/consents/withdraw`: what somebody said by phone, by letter or in person.
package struct ConsentWithdrawalBody: StrictBody {
    package var address: String
    package var purpose: String
    package var channel: String
    package var evidence: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case address, purpose, channel, evidence
    }

    package init(address: String, purpose: String, channel: String, evidence: String?) {
        self.address = address
        self.purpose = purpose
        self.channel = channel
        self.evidence = evidence
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        address = try container.decode(String.self, forKey: .address)
        purpose = try container.decode(String.self, forKey: .purpose)
        channel = try container.decodeIfPresent(String.self, forKey: .channel) ?? "phone"
        evidence = try container.decodeIfPresent(String.self, forKey: .evidence)
    }
}

/// `POST /api/v1/consents`, and one row of `POST /api/v1/consents/import`: what did not come by the form. There is no
/// field that could say "consented" without saying by which act.
package struct ConsentBody: StrictBody {
    package var address: String
    package var purpose: String
    package var textVersion: String?
    package var act: String?
    package var givenAt: Date
    package var channel: String?
    package var evidence: String?
    package var age: String?
    package var parentalAuthorisation: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case address, purpose, textVersion, act, givenAt, channel, evidence, age, parentalAuthorisation
    }

    package init(
        address: String, purpose: String, textVersion: String?, act: String?, givenAt: Date, channel: String?,
        evidence: String?, age: String? = nil, parentalAuthorisation: String? = nil
    ) {
        self.address = address
        self.purpose = purpose
        self.textVersion = textVersion
        self.act = act
        self.givenAt = givenAt
        self.channel = channel
        self.evidence = evidence
        self.age = age
        self.parentalAuthorisation = parentalAuthorisation
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        address = try container.decode(String.self, forKey: .address)
        purpose = try container.decode(String.self, forKey: .purpose)
        textVersion = try container.decodeIfPresent(String.self, forKey: .textVersion)
        act = try container.decodeIfPresent(String.self, forKey: .act)
        givenAt = try container.decode(Date.self, forKey: .givenAt)
        channel = try container.decodeIfPresent(String.self, forKey: .channel)
        evidence = try container.decodeIfPresent(String.self, forKey: .evidence)
        age = try container.decodeIfPresent(String.self, forKey: .age)
        parentalAuthorisation = try container.decodeIfPresent(String.self, forKey: .parentalAuthorisation)
    }
}

/// `POST /api/v1/consents/import`.
package struct ConsentImportBody: StrictBody {
    package var rows: [ConsentBody]

    enum CodingKeys: String, CodingKey, CaseIterable {
        case rows
    }

    package init(rows: [ConsentBody]) {
        self.rows = rows
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        rows = try container.decode([ConsentBody].self, forKey: .rows)
    }
}

/// `POST /api/v1/consents/purposes`: a purpose, or other words for one.
package struct PurposeBody: StrictBody {
    package var code: String
    package var language: String
    package var title: String
    package var text: String
    package var withdrawal: String?
    package var mailbox: String?
    package var reviewMonths: Int?
    package var forChildren: Bool?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case code, language, title, text, withdrawal, mailbox, reviewMonths, forChildren
    }

    package init(
        code: String, language: String, title: String, text: String, withdrawal: String?, mailbox: String?,
        reviewMonths: Int?, forChildren: Bool?
    ) {
        self.code = code
        self.language = language
        self.title = title
        self.text = text
        self.withdrawal = withdrawal
        self.mailbox = mailbox
        self.reviewMonths = reviewMonths
        self.forChildren = forChildren
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        language = try container.decode(String.self, forKey: .language)
        title = try container.decode(String.self, forKey: .title)
        text = try container.decode(String.self, forKey: .text)
        withdrawal = try container.decodeIfPresent(String.self, forKey: .withdrawal)
        mailbox = try container.decodeIfPresent(String.self, forKey: .mailbox)
        reviewMonths = try container.decodeIfPresent(Int.self, forKey: .reviewMonths)
        forChildren = try container.decodeIfPresent(Bool.self, forKey: .forChildren)
    }
}
