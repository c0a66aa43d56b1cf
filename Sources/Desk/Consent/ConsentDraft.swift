package import Foundation

/// A consent that did not come by the form: signed on paper, said in a recorded call, or from a list of before.
package struct ConsentDraft: Sendable, Equatable {
    package var purpose: ShortName
    package var version: ConsentTextVersion?
    package var act: AffirmativeAct?
    package var givenAt: Date
    package var channel: ConsentChannel
    package var evidence: String?
    package var age: AgeStatement
    package var parentalAuthorisation: String?

    package init(
        purpose: ShortName, version: ConsentTextVersion?, act: AffirmativeAct?, givenAt: Date,
        channel: ConsentChannel, evidence: String?, age: AgeStatement, parentalAuthorisation: String?
    ) {
        self.purpose = purpose
        self.version = version
        self.act = act
        self.givenAt = givenAt
        self.channel = channel
        self.evidence = evidence
        self.age = age
        self.parentalAuthorisation = parentalAuthorisation
    }

    /// The record it becomes. Words that never were are none, and then it proves nothing.
    package func record(
        as id: ConsentID, to purpose: ConsentPurpose, controller: String, author: String
    ) -> ConsentRecord {
        let text = version.flatMap { purpose.text($0) }
        return ConsentRecord(
            id: id, purpose: purpose.code, controller: controller, version: text?.version, shown: text?.hash,
            controls: .none, act: act, requestedAt: nil, givenAt: givenAt, channel: channel, evidence: evidence,
            isWithdrawalShown: text != nil, age: age, parentalAuthorisation: parentalAuthorisation,
            reviewAt: ConsentReview.date(after: givenAt, months: purpose.reviewMonths), author: author)
    }

    func validate(now: Date) throws(DeskRefusal) {
        for (field, text) in [("evidence", evidence), ("parentalAuthorisation", parentalAuthorisation)] {
            guard let text else { continue }
            guard text.utf8.count <= Limits.lineBytes, text.isOneLine else {
                throw .invalid(field: field, expected: "one line of at most \(Limits.lineBytes) bytes")
            }
        }
        guard givenAt <= now, givenAt.timeIntervalSince1970 > 0 else {
            throw .invalid(field: "givenAt", expected: "a time that has been")
        }
    }
}

/// When somebody is reminded to ask anew.
package enum ConsentReview {
    package static func date(after date: Date, months: Int) -> Date {
        // A month on average; nothing legal hangs on the day.
        date.addingTimeInterval(Double(months) * 2_629_746)
    }
}
