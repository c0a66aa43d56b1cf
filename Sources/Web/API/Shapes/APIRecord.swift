import Desk
package import Foundation

/// The record of processing (Art. 30) as JSON; the letters are those of Art. 30(1).
package struct APIRecord: Codable, Sendable, Equatable {
    package struct Party: Codable, Sendable, Equatable {
        package var name: String
        package var address: String
        package var email: String
        package var phone: String
    }

    package struct Activity: Codable, Sendable, Equatable {
        package struct Column: Codable, Sendable, Equatable {
            package var table: String
            package var column: String
            package var protection: String
            package var purpose: String
        }

        package var code: String
        package var name: String
        package var purpose: String
        package var people: String
        package var data: String
        package var recipients: String
        package var legalBasis: [String]
        package var erasedAfter: [String]
        package var columns: [Column]
    }

    package struct Recipient: Codable, Sendable, Equatable {
        package var name: String
        package var service: String
        package var country: String
        package var outsideUnion: Bool
        package var transfer: String
        @OrNull package var agreement: String?
        package var open: [String]
    }

    package var article: String
    package var version: String
    package var at: Date
    package var controller: Party
    @OrNull package var dataProtectionOfficer: Party?
    @OrNull package var representative: String?
    /// Whether the mailboxes are processed for others, so that this is kept as a record of Art. 30(2) too.
    package var asProcessor: Bool
    package var mailboxes: [String]
    package var activities: [Activity]
    package var processors: [Recipient]
    package var unnamedHosts: [String]
    package var measures: [String]

    init(_ record: ProcessingRecord) {
        article = record.isProcessor ? "Art. 30(1) and (2) GDPR" : "Art. 30(1) GDPR"
        version = record.version
        at = record.at
        controller = Party(
            name: record.controller.name, address: record.controller.address, email: record.controller.email, phone: "")
        dataProtectionOfficer = record.officer.map {
            Party(name: $0.name, address: "", email: $0.email, phone: $0.phone)
        }
        representative = record.representative.isEmpty ? nil : record.representative
        asProcessor = record.isProcessor
        mailboxes = record.mailboxes
        activities = record.rows.map { row in
            Activity(
                code: row.activity.rawValue, name: row.words.name, purpose: row.words.purpose, people: row.words.people,
                data: row.words.data, recipients: row.words.recipients, legalBasis: row.basis,
                erasedAfter: row.period,
                columns: row.columns.map {
                    Activity.Column(
                        table: $0.table, column: $0.column, protection: $0.protection, purpose: $0.purpose)
                })
        }
        processors = record.recipients.map {
            Recipient(
                name: $0.name, service: $0.service, country: $0.country, outsideUnion: $0.isOutsideUnion,
                transfer: $0.transfer.rawValue, agreement: $0.agreement, open: $0.open)
        }
        unnamedHosts = record.unnamedHosts
        measures = record.measures
    }
}
