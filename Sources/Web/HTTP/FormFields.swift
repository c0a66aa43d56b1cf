/// The fields of a form, in order. Both parsers are total and bounded: what is no form is nil, never a part of one.
package struct FormFields: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        package var name: String
        package var value: String
    }

    package let fields: [Field]

    init(_ fields: [Field]) {
        self.fields = fields
    }

    /// The value of a field that stands there exactly once.
    func only(_ name: String) -> String? {
        let found = fields.filter { $0.name == name }
        return found.count == 1 ? found[0].value : nil
    }

    var names: [String] { fields.map(\.name) }

    /// `application/x-www-form-urlencoded`. A bad escape, invalid UTF-8 or too many fields make it no form at all.
    package init?(
        urlEncoded bytes: [UInt8], upTo limit: Int = Limits.formBytes, fieldLimit: Int = Limits.fieldBytes
    ) {
        guard bytes.count <= limit else { return nil }
        var fields: [Field] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            guard fields.count < Limits.formFields, pair.count <= fieldLimit else { return nil }
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = parts.first, let name = Self.decoded(first),
                let value = parts.count > 1 ? Self.decoded(parts[1]) : ""
            else { return nil }
            fields.append(Field(name: name, value: value))
        }
        self.fields = fields
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexValue), let low = rest.popFirst().flatMap(hexValue) else {
                    return nil
                }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
        default: nil
        }
    }
}
