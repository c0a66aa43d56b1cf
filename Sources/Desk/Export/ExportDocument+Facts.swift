import Mail

/// The shapes of `data.json` about consents, statements, and who was told what.
extension ExportDocument {
    struct Told: Encodable {
        var act: String
        var recipient: String?
        var at: String
        var delivery: String?
        var reason: String?

        init(_ notice: RecipientNotice) {
            act = notice.act.rawValue
            recipient = notice.recipient?.text
            at = ExportMoment.text(notice.at)
            delivery = notice.state?.publicName
            reason = notice.reason
        }
    }

    struct Consent: Encodable {
        struct Words: Encodable {
            var title: String
            var text: String
            var withdrawal: String
        }

        struct Withdrawal: Encodable {
            var at: String
            var channel: String
            var evidence: String?
        }

        var purpose: String
        var state: String
        var controller: String
        var version: String?
        var words: Words?
        var shown: String?
        var controls: String
        var act: String?
        var requestedAt: String?
        var givenAt: String
        var channel: String
        var evidence: String?
        var withdrawalShown: Bool
        var age: String
        var parentalAuthorisation: String?
        var reviewAt: String
        var withdrawal: Withdrawal?

        init(_ record: ConsentRecord, _ purposes: [ConsentPurpose]) {
            purpose = record.purpose.value
            state = record.state.rawValue
            controller = record.controller
            version = record.version?.text
            words = Self.text(of: record, purposes).map {
                Words(title: $0.title, text: $0.text, withdrawal: $0.withdrawal)
            }
            shown = record.shownText
            controls = record.controls.rawValue
            act = record.act?.rawValue
            requestedAt = record.requestedAt.map(ExportMoment.text)
            givenAt = ExportMoment.text(record.givenAt)
            channel = record.channel.rawValue
            evidence = record.evidence
            withdrawalShown = record.isWithdrawalShown
            age = record.age.word
            parentalAuthorisation = record.parentalAuthorisation
            reviewAt = ExportMoment.text(record.reviewAt)
            withdrawal = record.withdrawal.map {
                Withdrawal(at: ExportMoment.text($0.at), channel: $0.channel.rawValue, evidence: $0.evidence)
            }
        }

        /// The exact words it was given to.
        static func text(of record: ConsentRecord, _ purposes: [ConsentPurpose]) -> ConsentText? {
            record.version.flatMap { version in
                purposes.first { $0.code == record.purpose }?.text(version)
            }
        }
    }

    struct Stated: Encodable {
        var ticket: Int64
        var position: Int64
        var at: String
        var text: String

        init(_ stated: ExportSubject.Stated) {
            ticket = stated.ticket.value
            position = stated.position
            at = ExportMoment.text(stated.at)
            text = stated.text
        }
    }

    struct Notice: Encodable {
        var version: String
        var language: String
        var at: String

        init(_ notice: NoticeShown) {
            version = notice.version
            language = notice.language
            at = ExportMoment.text(notice.at)
        }
    }
}
