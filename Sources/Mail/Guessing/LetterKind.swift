/// What a character is to a language.
enum LetterKind: UInt8, CaseIterable {
    /// A letter that text in the language is full of.
    case common
    case rare
    case commonCapital
    case capital
    case asciiSmall
    case asciiCapital
    /// Quotation marks, dashes, signs.
    case mark
    case apostrophe
    /// A letter of another language, a control, or nothing.
    case foreign
    /// A space, a digit, ASCII punctuation.
    case other

    init(ascii byte: UInt8) {
        if byte >= 0x61 && byte <= 0x7A {
            self = .asciiSmall
        } else if byte >= 0x41 && byte <= 0x5A {
            self = .asciiCapital
        } else {
            self = .other
        }
    }

    var isASCIILetter: Bool { self == .asciiSmall || self == .asciiCapital }

    var isCapital: Bool { self == .capital || self == .commonCapital }

    var isLetter: Bool {
        switch self {
        case .common, .rare, .capital, .commonCapital, .asciiSmall, .asciiCapital: true
        default: false
        }
    }
}
