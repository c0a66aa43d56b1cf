package import Foundation
import Vault

/// One consent of one person to one purpose: the proof of Art. 7(1). Records are added and never changed; a withdrawal
/// is a record beside it.
package struct ConsentRecord: Sendable, Equatable {
    package enum State: String, Sendable {
        case given, withdrawn, invalid
    }

    package var id: ConsentID
    package var purpose: ShortName
    /// Whom the person consented towards, as it stood on the form.
    package var controller: String
    package var version: ConsentTextVersion?
    /// SHA-256 of the form as it was shown; of the text, where no form was.
    package var shown: [UInt8]?
    package var controls: ConsentControls
    /// nil: nobody can say by which act, so it is no consent.
    package var act: AffirmativeAct?
    package var requestedAt: Date?
    package var givenAt: Date
    package var channel: ConsentChannel
    /// What shows it: the link of double opt-in, a document, a recording.
    package var evidence: String?
    package var isWithdrawalShown: Bool
    package var age: AgeStatement
    /// Who has parental responsibility and authorised it (Art. 8(1)).
    package var parentalAuthorisation: String?
    package var reviewAt: Date
    /// A role or an id, never a name.
    package var author: String
    package var withdrawal: ConsentWithdrawal?

    package init(
        id: ConsentID, purpose: ShortName, controller: String, version: ConsentTextVersion?, shown: [UInt8]?,
        controls: ConsentControls, act: AffirmativeAct?, requestedAt: Date?, givenAt: Date, channel: ConsentChannel,
        evidence: String?, isWithdrawalShown: Bool, age: AgeStatement, parentalAuthorisation: String?, reviewAt: Date,
        author: String, withdrawal: ConsentWithdrawal? = nil
    ) {
        self.id = id
        self.purpose = purpose
        self.controller = controller
        self.version = version
        self.shown = shown
        self.controls = controls
        self.act = act
        self.requestedAt = requestedAt
        self.givenAt = givenAt
        self.channel = channel
        self.evidence = evidence
        self.isWithdrawalShown = isWithdrawalShown
        self.age = age
        self.parentalAuthorisation = parentalAuthorisation
        self.reviewAt = reviewAt
        self.author = author
        self.withdrawal = withdrawal
    }

    /// Whether it proves a consent: an act, the exact words, what shows both, told how to withdraw, old enough or
    /// authorised. A bare yes, a time without words and a list without a source do not.
    package var isValid: Bool {
        guard act != nil, version != nil, isWithdrawalShown else { return false }
        guard let evidence, evidence.contains(where: { !$0.isWhitespace }) else { return false }
        if case .below = age { return parentalAuthorisation != nil }
        return true
    }

    package var shownText: String? { shown.map { Hex.encode($0) } }

    package var isGranted: Bool { isValid && withdrawal == nil }

    package var state: State {
        if withdrawal != nil { return .withdrawn }
        return isValid ? .given : .invalid
    }
}

/// The end of a consent, from the instant it was written down. What was done before stays lawful (Art. 7(3)).
package struct ConsentWithdrawal: Sendable, Equatable {
    package var at: Date
    package var channel: ConsentChannel
    package var evidence: String?
    package var author: String

    package init(at: Date, channel: ConsentChannel, evidence: String?, author: String) {
        self.at = at
        self.channel = channel
        self.evidence = evidence
        self.author = author
    }
}

/// What another program hears when it asks "may I?".
package struct ConsentStanding: Sendable, Equatable {
    package var isGranted: Bool
    package var version: ConsentTextVersion?
    package var since: Date?
    /// It still counts, and somebody should ask anew.
    package var isReviewDue: Bool

    package init(isGranted: Bool, version: ConsentTextVersion?, since: Date?, isReviewDue: Bool) {
        self.isGranted = isGranted
        self.version = version
        self.since = since
        self.isReviewDue = isReviewDue
    }

    /// The newest of those that count.
    package init(_ records: [ConsentRecord], of purpose: ConsentPurpose?, now: Date) {
        let counting = records.filter { $0.isGranted && $0.purpose == purpose?.code }
        guard purpose?.isOpen == true, let newest = counting.max(by: { $0.givenAt < $1.givenAt }) else {
            self.init(isGranted: false, version: nil, since: nil, isReviewDue: false)
            return
        }
        self.init(
            isGranted: true, version: newest.version, since: newest.givenAt, isReviewDue: newest.reviewAt <= now)
    }
}

package enum ConsentKind: Sendable {}
package typealias ConsentID = Identifier<ConsentKind>
