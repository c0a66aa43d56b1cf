package import Desk

/// The record of processing as a file to read and to print.
extension Pages {
    package func record(_ record: ProcessingRecord) -> String {
        let say = { (phrase: Phrase) in phrase.text(in: record.language) }
        let stated = { (values: [String]) in
            let present = values.filter { !$0.isEmpty }
            return present.isEmpty ? [say(.noticeMissing)] : present
        }
        let row = { (phrase: Phrase, values: [String]) -> [String: Any] in
            ["name": say(phrase), "values": stated(values)]
        }
        let officer = record.officer.map { [$0.name, $0.email, $0.phone] } ?? []
        var head = [
            row(.noticeController, [record.controller.name, record.controller.address, record.controller.email]),
            row(.noticeOfficer, officer),
        ]
        if !record.representative.isEmpty { head.append(row(.recordRepresentative, [record.representative])) }
        head.append(row(.recordMailboxes, record.mailboxes))
        let values: [String: Any] = [
            "title": say(.recordTitle), "controller": record.controller.name,
            "article": record.isProcessor ? "Art. 30(1), 30(2) GDPR" : "Art. 30(1) GDPR",
            "at": MinuteText.of(record.at), "head": head,
            "version": Phrase.noticeVersion.text(in: record.language, ["hash": record.version]),
            "activities": record.rows.map { activity($0, row, say) },
            "processorsTitle": say(.recordProcessors), "processors": record.recipients.map(Self.processor),
            "unnamed": record.unnamedHosts.map { ["host": $0, "words": say(.recordUnnamed)] },
            "measuresTitle": say(.recordMeasures), "measures": record.measures,
        ]
        return render("record", values, language: record.language, service: nil, depth: 0)
    }

    private func activity(
        _ entry: ProcessingRecord.Row, _ row: (Phrase, [String]) -> [String: Any], _ say: (Phrase) -> String
    ) -> [String: Any] {
        let words = entry.words
        return [
            "name": words.name,
            "rows": [
                row(.recordPurpose, [words.purpose]), row(.recordBasis, entry.basis),
                row(.recordPeople, [words.people]), row(.recordData, [words.data]),
                row(.recordRecipients, [words.recipients]), row(.recordPeriod, entry.period),
            ],
            "columnsTitle": say(.recordColumns),
            "columns": entry.columns.map {
                ["column": "\($0.table).\($0.column)", "protection": $0.protection, "purpose": $0.purpose]
            },
        ]
    }

    private static func processor(_ recipient: ProcessingRecord.Recipient) -> [String: Any] {
        [
            "name": recipient.name, "service": recipient.service, "country": recipient.country,
            "transfer": recipient.isOutsideUnion ? "Art. 44–49: \(recipient.transfer.rawValue)" : "",
            "open": recipient.open,
        ]
    }
}
