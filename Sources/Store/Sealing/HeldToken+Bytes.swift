internal import Desk
internal import Foundation

/// A mail token as it is sealed. The mailbox's name is in it, so that a row that was moved opens for nobody else.
extension HeldToken {
    private static let form: UInt8 = 1

    func bytes(of mailbox: MailboxName) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(byte: Self.form)
        writer.write(mailbox.value)
        writer.write(owner)
        writer.write(access)
        writer.write(ifAny: refresh)
        for date in [issuedAt, endsAt, signedInAt, grantedAt] { writer.write("\(Moment.milliseconds(date))") }
        writer.write(ifAny: grantEndsAt.map { "\(Moment.milliseconds($0))" })
        writer.write(ifAny: refusal?.rawValue)
        return writer.bytes
    }

    init(id: MailTokenID, of mailbox: MailboxName, bytes: [UInt8]) throws(StoreFailure) {
        var reader = ByteReader(bytes)
        guard try reader.byte() == Self.form, try reader.text() == mailbox.value else { throw .damaged }
        let (owner, access) = (try reader.text(), try reader.text())
        let refresh = try reader.textIfAny()
        var dates: [Date] = []
        for _ in 0..<4 { dates.append(try Self.date(try reader.text())) }
        var grantEndsAt: Date?
        if let text = try reader.textIfAny() { grantEndsAt = try Self.date(text) }
        let refusal = try reader.textIfAny()
        self.init(
            id: id, owner: owner, access: access, refresh: refresh, issuedAt: dates[0], endsAt: dates[1],
            signedInAt: dates[2], grantedAt: dates[3], grantEndsAt: grantEndsAt,
            // A word of a later version still means that it is over.
            refusal: refusal.map { TokenRefusal(rawValue: $0) ?? .invalidGrant })
    }

    private static func date(_ text: String) throws(StoreFailure) -> Date {
        guard let milliseconds = Int64(text) else { throw .damaged }
        return Moment.date(milliseconds)
    }
}
