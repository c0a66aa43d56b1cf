/// What stands in front of the items of an ordered list (WHATWG HTML §4.4.5): numbers, letters or Roman numerals,
/// counting up or down.
struct ListNumbering {
    private var next: Int
    private let step: Int
    private let style: Character

    init(_ attributes: HTMLAttributes) {
        next = attributes.value(of: "start").flatMap { Int($0) } ?? 1
        // Without a start, a list that counts down begins at a number that only its end tells.
        step = attributes.has("reversed") && attributes.has("start") ? -1 : 1
        style = attributes.value(of: "type")?.first ?? "1"
    }

    /// The marker of the next item, which may set its own number.
    mutating func marker(value: String?) -> String {
        let number = value.flatMap { Int($0) } ?? next
        next = number &+ step
        return text(of: number) + ". "
    }

    private func text(of number: Int) -> String {
        switch style {
        case "a": Self.letters(number) ?? String(number)
        case "A": Self.letters(number)?.uppercased() ?? String(number)
        case "i": Self.roman(number) ?? String(number)
        case "I": Self.roman(number)?.uppercased() ?? String(number)
        default: String(number)
        }
    }

    /// `a` … `z`, `aa` …
    private static func letters(_ number: Int) -> String? {
        guard (1...18_278).contains(number) else { return nil }
        var rest = number
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(ascii: "a") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    private static func roman(_ number: Int) -> String? {
        guard (1...3_999).contains(number) else { return nil }
        let steps = [
            (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
            (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var rest = number
        var text = ""
        for (value, letters) in steps {
            while rest >= value {
                text += letters
                rest -= value
            }
        }
        return text
    }
}
