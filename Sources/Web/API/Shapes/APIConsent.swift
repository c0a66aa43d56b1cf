import Desk
package import Foundation

/// One record of the consent ledger, with everything Art. 7(1) wants to be shown.
package struct APIConsent: Codable, Sendable, Equatable {
    package var id: String
    package var purpose: String
    package var controller: String
    @OrNull package var textVersion: String?
    /// SHA-256 of the form or the text that was shown.
    @OrNull package var shown: String?
    /// `unticked`, or `none` where there was no form.
    package var controls: String
    @OrNull package var act: String?
    @OrNull package var requestedAt: Date?
    package var givenAt: Date
    package var channel: String
    @OrNull package var evidence: String?
    package var withdrawalShown: Bool
    package var age: String
    @OrNull package var parentalAuthorisation: String?
    package var reviewAt: Date
    package var valid: Bool
    package var granted: Bool
    package var state: String
    @OrNull package var withdrawnAt: Date?
    @OrNull package var withdrawnThrough: String?
    @OrNull package var withdrawnEvidence: String?

    init(_ record: ConsentRecord) {
        id = record.id.hex
        purpose = record.purpose.value
        controller = record.controller
        textVersion = record.version?.text
        shown = record.shownText
        controls = record.controls.rawValue
        act = record.act?.rawValue
        requestedAt = record.requestedAt
        givenAt = record.givenAt
        channel = record.channel.rawValue
        evidence = record.evidence
        withdrawalShown = record.isWithdrawalShown
        age = record.age.word
        parentalAuthorisation = record.parentalAuthorisation
        reviewAt = record.reviewAt
        valid = record.isValid
        granted = record.isGranted
        state = record.state.rawValue
        withdrawnAt = record.withdrawal?.at
        withdrawnThrough = record.withdrawal?.channel.rawValue
        withdrawnEvidence = record.withdrawal?.evidence
    }
}

package struct APIConsents: Codable, Sendable, Equatable {
    package var consents: [APIConsent]
}

/// The answer to "may I?".
package struct APIConsentStanding: Codable, Sendable, Equatable {
    package var granted: Bool
    @OrNull package var textVersion: String?
    @OrNull package var since: Date?
    package var reviewDue: Bool

    init(_ standing: ConsentStanding) {
        granted = standing.isGranted
        textVersion = standing.version?.text
        since = standing.since
        reviewDue = standing.isReviewDue
    }
}

package struct APIConsentsWithdrawn: Codable, Sendable, Equatable {
    package var withdrawn: Int
}

package struct APIConsentsImported: Codable, Sendable, Equatable {
    package var valid: Int
    package var invalid: Int
}

/// A purpose with every version of its words.
package struct APIPurpose: Codable, Sendable, Equatable {
    package struct Text: Codable, Sendable, Equatable {
        package var version: String
        package var language: String
        package var title: String
        package var text: String
        package var withdrawal: String
        package var hash: String
        package var at: Date
    }

    package var code: String
    @OrNull package var mailbox: String?
    package var reviewMonths: Int
    package var forChildren: Bool
    package var createdAt: Date
    @OrNull package var closedAt: Date?
    /// Where people find the form.
    package var form: String
    package var texts: [Text]

    init(_ purpose: ConsentPurpose, publicURL: String) {
        code = purpose.code.value
        mailbox = purpose.mailbox?.value
        reviewMonths = purpose.reviewMonths
        forChildren = purpose.isForChildren
        createdAt = purpose.createdAt
        closedAt = purpose.closedAt
        form = "\(publicURL)/consent/\(purpose.code.value)"
        texts = purpose.texts.map { text in
            Text(
                version: text.version.text, language: text.version.language.rawValue, title: text.title,
                text: text.text, withdrawal: text.withdrawal, hash: text.hashText, at: text.at)
        }
    }
}

package struct APIPurposes: Codable, Sendable, Equatable {
    package var purposes: [APIPurpose]
}
