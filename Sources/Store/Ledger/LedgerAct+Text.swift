internal import Desk
internal import Foundation
internal import Vault

/// The spelling of an act: a word and fields of the form `name=value`, each without a blank.
extension LedgerAct {
    var text: String {
        switch self {
        case .erased(let person, let erasure, let mails):
            "erased person=\(person.hex) erasure=\(erasure.hex) mails=\(Self.text(mails))"
        case .suppressed(let wish):
            "suppressed hash=\(Hex.encode(wish.hash)) key=\(wish.keyVersion) scope=\(wish.scope.rawValue)"
                + " ticket=\(wish.ticket?.value ?? 0) source=\(wish.source.rawValue)"
        case .lifted(let hash):
            "lifted hash=\(Hex.encode(hash))"
        case .restricted(let person, let ground, let through):
            "restricted person=\(person.hex) ground=\(ground.rawValue) through=\(through)"
        case .released(let person, let ground):
            "released person=\(person.hex) ground=\(ground.rawValue)"
        case .held(let person, let hold, let ground, let day):
            "held person=\(person.hex) hold=\(hold.hex) ground=\(ground.rawValue) review=\(day.number)"
        case .holdLifted(let hold):
            "hold-lifted hold=\(hold.hex)"
        case .withdrawn(let consent, let channel):
            "withdrawn consent=\(consent.hex) channel=\(channel.rawValue)"
        }
    }

    /// Nil for an act this program does not know.
    init?(_ words: some Collection<Substring>, seconds: Int64) {
        guard let kind = words.first else { return nil }
        let fields = Fields(words.dropFirst())
        switch kind {
        case "erased":
            guard let person = fields["person"].flatMap(ObjectID.init(hex:)),
                let erasure = fields["erasure"].flatMap(ObjectID.init(hex:)),
                let mails = fields["mails"].flatMap(Self.mails)
            else { return nil }
            self = .erased(PersonID(person), erasure: erasure, mails: mails)
        case "suppressed":
            guard let wish = Suppression(fields, seconds: seconds) else { return nil }
            self = .suppressed(wish)
        case "lifted":
            guard let hash = fields["hash"].flatMap(Hex.decode), hash.count == SuppressionList.hashBytes else {
                return nil
            }
            self = .lifted(hash: hash)
        case "restricted":
            guard let (person, ground) = Self.restriction(fields),
                let through = fields["through"].flatMap({ UInt32($0) })
            else { return nil }
            self = .restricted(person, ground, through: through)
        case "released":
            guard let (person, ground) = Self.restriction(fields) else { return nil }
            self = .released(person, ground)
        case "held":
            guard let person = fields["person"].flatMap(ObjectID.init(hex:)),
                let hold = fields["hold"].flatMap(ObjectID.init(hex:)),
                let ground = fields["ground"].flatMap(LegalHold.Ground.init(rawValue:)),
                let day = fields["review"].flatMap({ Int($0) })
            else { return nil }
            self = .held(PersonID(person), LegalHoldID(hold), ground, reviewOn: CalendarDay(number: day))
        case "hold-lifted":
            guard let hold = fields["hold"].flatMap(ObjectID.init(hex:)) else { return nil }
            self = .holdLifted(LegalHoldID(hold))
        case "withdrawn":
            guard let consent = fields["consent"].flatMap(ObjectID.init(hex:)),
                let channel = fields["channel"].flatMap(ConsentChannel.init(rawValue:))
            else { return nil }
            self = .withdrawn(ConsentID(consent), channel)
        default: return nil
        }
    }

    private static func restriction(_ fields: Fields) -> (PersonID, Restriction.Ground)? {
        guard let person = fields["person"].flatMap(ObjectID.init(hex:)),
            let ground = fields["ground"].flatMap(Restriction.Ground.init(rawValue:))
        else { return nil }
        return (PersonID(person), ground)
    }

    /// `support:HASH+IDENTITY,…`, the two hashes of equal length written as one number.
    private static func text(_ mails: [ForgottenMail]) -> String {
        mails.map { "\($0.mailbox.value):\(Hex.encode($0.messageHash + $0.identity))" }.joined(separator: ",")
    }

    private static func mails(_ text: String) -> [ForgottenMail]? {
        var mails: [ForgottenMail] = []
        for part in text.split(separator: ",") {
            guard let colon = part.firstIndex(of: ":"), let mailbox = MailboxName(String(part[..<colon])),
                let hashes = Hex.decode(part[part.index(after: colon)...]), hashes.count == 2 * Limits.hashBytes
            else { return nil }
            mails.append(
                ForgottenMail(
                    mailbox: mailbox, messageHash: Array(hashes.prefix(Limits.hashBytes)),
                    identity: Array(hashes.suffix(Limits.hashBytes))))
        }
        return mails
    }

    fileprivate struct Fields {
        private var values: [Substring: String] = [:]

        init(_ words: some Collection<Substring>) {
            for word in words {
                guard let sign = word.firstIndex(of: "=") else { continue }
                values[word[..<sign]] = String(word[word.index(after: sign)...])
            }
        }

        subscript(_ name: Substring) -> String? { values[name] }
    }
}

extension Suppression {
    fileprivate init?(_ fields: LedgerAct.Fields, seconds: Int64) {
        guard let hash = fields["hash"].flatMap(Hex.decode), hash.count == SuppressionList.hashBytes,
            let version = fields["key"].flatMap({ UInt8($0) }), let scope = fields["scope"].flatMap({ UInt8($0) }),
            let ticket = fields["ticket"].flatMap({ Int64($0) }),
            let source = fields["source"].flatMap(Suppression.Source.init(rawValue:))
        else { return nil }
        self.init(
            hash: hash, keyVersion: version, scope: UnsubscribeScope(rawValue: scope), ticket: TicketNumber(ticket),
            at: Date(timeIntervalSince1970: TimeInterval(seconds)), source: source)
    }
}
