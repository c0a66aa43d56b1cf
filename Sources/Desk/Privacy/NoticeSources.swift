package import Foundation

/// What the privacy notice takes from the registers, beside the configuration: who represents, who receives, where.
///
/// It is read when the daemon begins and after each statement, so that the notice says what the registers say.
package struct NoticeSources: Sendable, Equatable {
    package struct Recipient: Sendable, Equatable {
        package var name: String
        package var service: String
        package var country: String
        package var transfer: Processor.TransferTool

        package init(name: String, service: String, country: String, transfer: Processor.TransferTool) {
            self.name = name
            self.service = service
            self.country = country
            self.transfer = transfer
        }

        var isOutsideUnion: Bool { !EuropeanEconomicArea.contains(country) }
    }

    /// Of a controller without an establishment in the Union (Art. 27); empty while there is none.
    package var representative: String
    /// Processors that work for the controller now (Art. 13(1)(e)).
    package var recipients: [Recipient]
    /// Who answers where no officer is needed; empty otherwise.
    package var privacyContact: String

    package init(representative: String = "", recipients: [Recipient] = [], privacyContact: String = "") {
        self.representative = representative
        self.recipients = recipients
        self.privacyContact = privacyContact
    }

    /// Of Art. 13(1)(f): the country, by what data may go there, and how to get a copy.
    func transfers(_ controller: Controller, in language: Language) -> [String] {
        guard !recipients.isEmpty else { return [Phrase.noticeTransfersText.text(in: language)] }
        let abroad = recipients.filter(\.isOutsideUnion)
        guard !abroad.isEmpty else { return [Phrase.noticeTransfersNone.text(in: language)] }
        return abroad.map { recipient in
            let means: Phrase =
                switch recipient.transfer {
                case .none: .noticeTransferNothing
                case .adequacy: .noticeTransferAdequacy
                case .standardClauses: .noticeTransferClauses
                case .bindingRules: .noticeTransferRules
                case .derogation: .noticeTransferDerogation
                }
            return Phrase.noticeTransferLine.text(
                in: language,
                [
                    "name": recipient.name, "country": recipient.country, "means": means.text(in: language),
                    "address": controller.email,
                ])
        }
    }
}

/// That a version of the notice was shown to a person, by the mail that told of it first.
package struct NoticeShown: Sendable, Equatable {
    package var version: String
    package var language: String
    package var at: Date

    package init(version: String, language: String, at: Date) {
        self.version = version
        self.language = language
        self.at = at
    }
}
