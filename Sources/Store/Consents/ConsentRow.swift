internal import Desk
internal import Foundation

/// A consent as it lies, with its withdrawal when it has one.
struct ConsentRow {
    let id: ConsentID
    let content: [UInt8]
    let withdrawalEvidence: [UInt8]?
    private let purpose: String
    private let version: String?
    private let shown: [UInt8]?
    private let controls: String
    private let act: String?
    private let requestedAt: Int64?
    private let givenAt: Int64
    private let channel: String
    private let isWithdrawalShown: Bool
    private let age: String
    private let reviewAt: Int64
    private let author: String
    private let withdrawnAt: Int64?
    private let withdrawnThrough: String?
    private let withdrawnBy: String?

    static let select = """
        SELECT c.id, c.purpose, c.version, c.shown, c.controls, c.act, c.requested_at, c.given_at, c.channel,
               c.is_withdrawal_shown, c.age, c.review_at, c.author, c.content, w.at, w.channel, w.author, w.evidence
        FROM consent c LEFT JOIN consent_withdrawal w ON w.consent = c.id
        """

    /// In the order of `select`.
    init(_ row: any SQLRow) throws(StoreFailure) {
        id = ConsentID(try row.id(0))
        purpose = row.text(1)
        version = row.textIfAny(2)
        shown = row.blobIfAny(3)
        controls = row.text(4)
        act = row.textIfAny(5)
        requestedAt = row.integerIfAny(6)
        givenAt = row.integer(7)
        channel = row.text(8)
        isWithdrawalShown = row.flag(9)
        age = row.text(10)
        reviewAt = row.integer(11)
        author = row.text(12)
        content = row.blob(13)
        withdrawnAt = row.integerIfAny(14)
        withdrawnThrough = row.textIfAny(15)
        withdrawnBy = row.textIfAny(16)
        withdrawalEvidence = row.blobIfAny(17)
    }

    func record(with content: ConsentContent, withdrawalEvidence: String?) throws(StoreFailure) -> ConsentRecord {
        guard let purpose = ShortName(purpose), let controls = ConsentControls(rawValue: controls),
            let channel = ConsentChannel(rawValue: channel), let age = AgeStatement(word: age)
        else { throw .damaged }
        var withdrawal: ConsentWithdrawal?
        if let withdrawnAt {
            guard let through = withdrawnThrough.flatMap({ ConsentChannel(rawValue: $0) }) else { throw .damaged }
            withdrawal = ConsentWithdrawal(
                at: Moment.date(withdrawnAt), channel: through, evidence: withdrawalEvidence,
                author: withdrawnBy ?? "")
        }
        return ConsentRecord(
            id: id, purpose: purpose, controller: content.controller,
            version: version.flatMap { ConsentTextVersion(text: $0) }, shown: shown, controls: controls,
            act: act.flatMap { AffirmativeAct(rawValue: $0) }, requestedAt: requestedAt.map { Moment.date($0) },
            givenAt: Moment.date(givenAt), channel: channel, evidence: content.evidence,
            isWithdrawalShown: isWithdrawalShown, age: age, parentalAuthorisation: content.parentalAuthorisation,
            reviewAt: Moment.date(reviewAt), author: author, withdrawal: withdrawal)
    }
}

/// The personal part of a consent: one sealed value under the person's key.
struct ConsentContent {
    let controller: String
    let evidence: String?
    let parentalAuthorisation: String?

    init(_ record: ConsentRecord) {
        controller = record.controller
        evidence = record.evidence
        parentalAuthorisation = record.parentalAuthorisation
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(controller)
        writer.write(ifAny: evidence)
        writer.write(ifAny: parentalAuthorisation)
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(StoreFailure) {
        var reader = ByteReader(bytes)
        controller = try reader.text()
        evidence = try reader.textIfAny()
        parentalAuthorisation = try reader.textIfAny()
    }
}
