/// A short name chosen by the operator: of a mailbox, of a suppression group, of a credential. Letters, digits,
/// `.`, `_` and `-`, beginning with a letter or digit: it can be a file name, a metric label and a log field, and
/// it cannot be an address.
struct PlainName: Hashable, Sendable {
    let text: String

    init?(_ text: String) {
        guard (1...ConfigurationLimits.nameCharacters).contains(text.utf8.count) else { return nil }
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                continue
            case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                guard index > 0 else { return nil }
            default:
                return nil
            }
        }
        self.text = text
    }
}
