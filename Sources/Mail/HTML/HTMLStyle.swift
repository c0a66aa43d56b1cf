/// What CSS declarations do to the visibility of an element, each unset where nothing was said.
///
/// What is inherited and can be undone further in (a font size, `visibility`) is told apart from what cannot
/// (`display`).
struct HTMLStyle {
    /// What a reader of an element sees, handed from parent to child.
    struct Visibility: Equatable {
        var isGone = false
        var isInvisible = false
        var hasNoSize = false
        var hasNoColour = false

        var isHidden: Bool { isGone || isInvisible || hasNoSize || hasNoColour }
    }

    private var isDisplayNone: Bool?
    private var isHiddenByOffice: Bool?
    private var isTransparent: Bool?
    private var isOffPage: Bool?
    private var isInvisible: Bool?
    private var hasNoSize: Bool?
    private var hasNoColour: Bool?
    private var isClipped: Bool?
    private var isFlat: Bool?

    init() {}

    /// Reads `property: value; …`; only the `!important` ones, or only the others.
    init(_ declarations: ArraySlice<UInt8>, important: Bool) {
        for declaration in declarations.split(separator: .semicolon) {
            guard let colon = declaration.firstIndex(of: .colon) else { continue }
            let property = Self.word(declaration[..<colon])
            var value = Self.word(declaration[(colon + 1)...])
            let isImportant = value.hasSuffix("!important")
            if isImportant { value = Self.word(value.utf8.dropLast(10)) }
            if isImportant == important { take(property, value) }
        }
    }

    private mutating func take(_ property: String, _ value: String) {
        switch property {
        case "display": isDisplayNone = value == "none"
        case "mso-hide": isHiddenByOffice = value == "all"
        case "opacity": isTransparent = Self.number(value) == 0
        case "color": hasNoColour = value == "transparent"
        case "font": if let size = Self.sizeInShorthand(value) { hasNoSize = size <= 1 }
        case "visibility": isInvisible = value == "hidden" || value == "collapse"
        case "font-size": if let size = Self.fontSize(value) { hasNoSize = size <= 1 }
        case "overflow": isClipped = value == "hidden"
        case "max-height", "height", "max-width", "width": if Self.number(value) == 0 { isFlat = true }
        case "text-indent", "left", "top", "margin-left", "margin-top": if Self.isFarAway(value) { isOffPage = true }
        default: break
        }
    }

    /// Whether anything was said that matters.
    var isEmpty: Bool {
        isDisplayNone == nil && isHiddenByOffice == nil && isTransparent == nil && isOffPage == nil
            && isInvisible == nil && hasNoSize == nil && hasNoColour == nil && isClipped == nil && isFlat == nil
    }

    /// Declarations that come later win.
    mutating func merge(_ later: HTMLStyle) {
        isDisplayNone = later.isDisplayNone ?? isDisplayNone
        isHiddenByOffice = later.isHiddenByOffice ?? isHiddenByOffice
        isTransparent = later.isTransparent ?? isTransparent
        isOffPage = later.isOffPage ?? isOffPage
        isInvisible = later.isInvisible ?? isInvisible
        hasNoSize = later.hasNoSize ?? hasNoSize
        hasNoColour = later.hasNoColour ?? hasNoColour
        isClipped = later.isClipped ?? isClipped
        isFlat = later.isFlat ?? isFlat
    }

    /// What a reader sees of an element with this style.
    func visibility(inside parent: Visibility) -> Visibility {
        var visibility = parent
        for gone in [isDisplayNone, isHiddenByOffice, isTransparent, isOffPage] where gone == true {
            visibility.isGone = true
        }
        if isClipped == true, isFlat == true { visibility.isGone = true }
        if let isInvisible { visibility.isInvisible = isInvisible }
        if let hasNoSize { visibility.hasNoSize = hasNoSize }
        if let hasNoColour { visibility.hasNoColour = hasNoColour }
        return visibility
    }

    /// Whether an inline style loads something from elsewhere.
    static func loadsRemote(_ style: String) -> Bool {
        var style = style
        return style.withUTF8 { bytes in
            for index in bytes.indices.dropFirst(3)
            where bytes[index] == UInt8(ascii: "(") && bytes[index - 1].lowered == UInt8(ascii: "l")
                && bytes[index - 2].lowered == UInt8(ascii: "r") && bytes[index - 3].lowered == UInt8(ascii: "u")
            {
                let target = bytes[(index + 1)...].drop { $0.isBlank || $0 == .quote || $0 == .apostrophe }
                let start = target.prefix(4).map(\.lowered)
                if start.elementsEqual("http".utf8) || start.starts(with: "//".utf8) { return true }
            }
            return false
        }
    }

    private static func word(_ bytes: some Sequence<UInt8>) -> String {
        let kept = bytes.map(\.lowered)
        let end = kept.lastIndex { !$0.isBlank } ?? -1
        return String(decoding: kept[..<(end + 1)].drop { $0.isBlank }, as: UTF8.self)
    }

    /// The number a value starts with.
    private static func number(_ value: String) -> Double? {
        Double(String(decoding: value.utf8.prefix { $0.isDigit || $0 == .dot }, as: UTF8.self))
    }

    /// `-9999px`: beside any screen.
    private static func isFarAway(_ value: String) -> Bool {
        value.hasPrefix("-") && (number(String(value.dropFirst())) ?? 0) >= 500
    }

    /// The size in `bold 14px/1.2 Arial`: the first number with a unit, or a bare zero.
    private static func sizeInShorthand(_ value: String) -> Double? {
        for token in value.split(whereSeparator: { $0.isWhitespace || $0 == "/" }) {
            guard let size = number(String(token)) else { continue }
            if size == 0 || token.utf8.last?.isDigit == false { return fontSize(String(token)) }
        }
        return nil
    }

    /// A size in pixels or points; percentages and `em` count only when they are nothing.
    private static func fontSize(_ value: String) -> Double? {
        guard let size = number(value) else { return nil }
        let unit = value.utf8.drop { $0.isDigit || $0 == .dot }
        let isAbsolute = unit.isEmpty || unit.elementsEqual("px".utf8) || unit.elementsEqual("pt".utf8)
        return isAbsolute || size == 0 ? size : .infinity
    }
}
