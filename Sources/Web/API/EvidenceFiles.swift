import Desk
import Foundation

/// The files of the evidence bundle: for a customer's or an authority's questionnaire, readable without this program.
///
/// Made of what the operator configured and stated and of counts; nothing in it is made of a customer's data.
struct EvidenceFiles {
    private let parts: Evidence
    private let today: CalendarDay
    private let pages: Pages

    init(_ parts: Evidence, today: CalendarDay, pages: Pages) {
        self.parts = parts
        self.today = today
        self.pages = pages
    }

    func all() throws(APIFailure) -> [EvidenceFile] {
        let compliance = APICompliance(parts.report, ceiling: nil)
        var files = [
            text("README.txt", Self.readme),
            text("checks.html", pages.compliance(compliance)), try json("checks.json", compliance),
            text("record.html", pages.record(parts.record)), try json("record.json", APIRecord(parts.record)),
            text("record.csv", RecordTable(parts.record).csv),
            try json("processors.json", APIProcessors(parts.processors, today: today)),
            text("measures.txt", parts.record.measures.map { "- \($0)\n" }.joined()),
            try json("impact.json", APIImpact(parts.impact)),
            try json("anchors.json", anchors),
        ]
        for notice in parts.notices {
            let lines = notice.sections.flatMap { ["", $0.title] + $0.paragraphs }
            let whole = ([notice.title, "Version \(notice.version)"] + lines).joined(separator: "\n") + "\n"
            files.append(text("notice-\(notice.language.rawValue)-\(notice.version).txt", whole))
        }
        return files
    }

    private struct Anchors: Encodable {
        var auditEntries: Int64
        var auditIntact: Bool
        @OrNull var auditEnd: String?
        var ledgerLines: Int64
    }

    private var anchors: Anchors {
        Anchors(
            auditEntries: parts.audit.entries, auditIntact: parts.audit.isIntact, auditEnd: parts.audit.head?.text,
            ledgerLines: parts.ledger.sequence)
    }

    private func text(_ name: String, _ text: String) -> EvidenceFile {
        EvidenceFile(name: name, bytes: Array(text.utf8))
    }

    private func json(_ name: String, _ value: some Encodable) throws(APIFailure) -> EvidenceFile {
        do {
            return EvidenceFile(name: name, bytes: Array(try APICoding.encoder().encode(value)))
        } catch {
            throw .refused(.storage(.damaged), thing: "the evidence")
        }
    }

    private static let readme = """
        Evidence of measures (Art. 5(2), 24, 30, 32 GDPR), made by ticketd of the running installation.

        checks      what each machine check came to, with article, tier of Art. 83, evidence and remedy
        record      the record of processing (Art. 30)
        processors  processors and transfers, with what is still open (Art. 28, 44-49)
        measures    the measures of Art. 32 that the program takes itself
        impact      whether an impact assessment is needed, and that it was made (Art. 35)
        notice      the notice of Art. 13 and 14 in force, by language and version
        anchors     where the audit log ends: `ticketd audit verify --anchor` holds it against a later log

        It holds no data of customers. It judges no lawfulness.

        """
}
