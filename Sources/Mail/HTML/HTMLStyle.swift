/// Whether an element's own attributes hide it from a reader. What is inherited and can be undone further in (a font
/// size, `visibility`) is told apart from what cannot (`display`).
struct HTMLStyle {
    /// What a reader of an element sees, handed from parent to child.
    struct Visibility: Equatable {
        var isGone = false
        var isInvisible = false
        var hasNoSize = false

        var isHidden: Bool { isGone || isInvisible || hasNoSize }
    }

    static func visibility(of attributes: HTMLAttributes, inside parent: Visibility) -> Visibility {
        var visibility = parent
        if attributes.has("hidden") { visibility.isGone = true }
        guard let style = attributes.value(of: "style") else { return visibility }
        var isClipped = false
        var isFlat = false
        for declaration in style.utf8.split(separator: .semicolon) {
            guard let colon = declaration.firstIndex(of: .colon) else { continue }
            let property = word(declaration[..<colon])
            var value = word(declaration[declaration.index(after: colon)...])
            if value.hasSuffix("!important") { value = word(value.utf8.dropLast(10)) }
            switch property {
            case "display": if value == "none" { visibility.isGone = true }
            case "mso-hide": if value == "all" { visibility.isGone = true }
            case "opacity": if number(value) == 0 { visibility.isGone = true }
            case "visibility": visibility.isInvisible = value == "hidden" || value == "collapse"
            case "font-size": if let size = fontSize(value) { visibility.hasNoSize = size <= 1 }
            case "overflow": isClipped = value == "hidden"
            case "max-height", "height", "max-width", "width": if number(value) == 0 { isFlat = true }
            default: break
            }
        }
        if isClipped, isFlat { visibility.isGone = true }
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

    /// A size in pixels or points; percentages and `em` count only when they are nothing.
    private static func fontSize(_ value: String) -> Double? {
        guard let size = number(value) else { return nil }
        let unit = value.utf8.drop { $0.isDigit || $0 == .dot }
        let isAbsolute = unit.isEmpty || unit.elementsEqual("px".utf8) || unit.elementsEqual("pt".utf8)
        return isAbsolute || size == 0 ? size : .infinity
    }
}
