/// RTF as text: paragraphs, table cells, links with their targets; or the HTML that Outlook wrapped in it
/// ([MS-OXRTFEX] §2.1.3). Total, one pass, and the result is bounded.
struct RTFText {
    /// The text as RTF shows it.
    private(set) var text = ""
    /// The HTML inside, when the RTF was made from it.
    var html: String? { isFromHTML ? text : nil }

    /// What holds inside a group and is undone at its end.
    private struct Group {
        /// A destination that is not text: fonts, colours, pictures.
        var isSkipped = false
        var isHidden = false
        /// RTF that only repeats what the HTML says.
        var isForRTFOnly = false
        var isFontTable = false
        var isInstruction = false
        var isFieldResult = false
        var codepage: UInt32?
        /// Characters behind `\u` that stand for it in programs without Unicode.
        var fallback = 1
    }

    private var isFromHTML = false
    private var stack: [Group] = []
    private var group = Group()
    private var depthBeyond = 0
    private var defaultCodepage: UInt32 = 1_252
    private var fontCodepages: [Int: UInt32] = [:]
    private var font = 0
    private var octets: [UInt8] = []
    private var units: [UInt16] = []
    private var fallbackLeft = 0
    private var opensDestination = false
    private var instruction = ""
    private var linkStart = 0

    init(_ bytes: [UInt8]) {
        var tokenizer = RTFTokenizer(bytes)
        while let token = tokenizer.next(), text.utf8.count < Limits.htmlOctets {
            switch token {
            case .groupStart: open()
            case .groupEnd: close()
            case .word(let range, let number):
                if bytes[range].elementsEqual("bin".utf8) { tokenizer.skip(number ?? 0) }
                word(String(decoding: bytes[range], as: UTF8.self), number)
            case .octet(let byte):
                if !eatsFallback() { put(byte) }
            case .symbol(let byte): symbol(byte)
            case .text(let range):
                for byte in bytes[range] where !eatsFallback() { put(byte) }
            }
        }
        flush()
        text = text.replacing("\u{0}", with: "")
    }

    private mutating func open() {
        flush()
        opensDestination = false
        fallbackLeft = 0
        guard stack.count < Limits.rtfDepth else {
            depthBeyond += 1
            return
        }
        stack.append(group)
    }

    private mutating func close() {
        flush()
        fallbackLeft = 0
        if depthBeyond > 0 {
            depthBeyond -= 1
            return
        }
        guard let outer = stack.popLast() else { return }
        if group.isFieldResult, !outer.isFieldResult { endLink() }
        group = outer
    }

    private mutating func word(_ name: String, _ number: Int?) {
        if name == "u" {
            // RTF 1.9.1 "Unicode RTF": a signed number of 16 bits.
            flushOctets()
            if isShown { units.append(UInt16(truncatingIfNeeded: number ?? 0)) }
            fallbackLeft = group.fallback
            return
        }
        flush()
        let isOptional = opensDestination
        opensDestination = false
        if destination(name, isOptional) { return }
        switch name {
        case "uc": group.fallback = min(max(number ?? 1, 0), Limits.rtfFallback)
        case "fromhtml": isFromHTML = true
        case "htmlrtf": group.isForRTFOnly = number != 0
        case "v": group.isHidden = number != 0
        case "ansicpg": defaultCodepage = UInt32(clamping: number ?? 1_252)
        case "f":
            font = number ?? 0
            if !group.isFontTable { group.codepage = fontCodepages[font] }
        case "fcharset":
            if group.isFontTable, fontCodepages.count < Limits.rtfFonts {
                fontCodepages[font] = Codepage.ofFontCharset(number ?? 0)
            }
        case "plain":
            group.isHidden = false
            group.codepage = nil
        default: if let shown = RTFWords.text[name] { put(shown) }
        }
    }

    /// Whether the word begins something that is not text, and what becomes of the group.
    private mutating func destination(_ name: String, _ isOptional: Bool) -> Bool {
        switch name {
        case "fonttbl":
            group.isFontTable = true
            group.isSkipped = true
        case "htmltag": group.isForRTFOnly = false
        case "fldinst":
            group.isInstruction = true
            instruction = ""
        case "fldrslt":
            group.isFieldResult = true
            linkStart = text.utf8.count
        default:
            if RTFWords.destinations.contains(name) || isOptional {
                group.isSkipped = true
                return true
            }
            return false
        }
        return true
    }

    private mutating func symbol(_ byte: UInt8) {
        if byte == .asterisk {
            opensDestination = true
            return
        }
        if eatsFallback() { return }
        switch byte {
        case UInt8(ascii: "~"): put("\u{A0}")
        case UInt8(ascii: "_"): put("\u{2011}")
        case .cr, .lf: put("\n")
        case UInt8(ascii: "{"), UInt8(ascii: "}"), .backslash: put(byte)
        default: break
        }
    }

    private var isShown: Bool {
        !group.isSkipped && !group.isHidden && !(isFromHTML && group.isForRTFOnly)
    }

    private mutating func eatsFallback() -> Bool {
        guard fallbackLeft > 0 else { return false }
        fallbackLeft -= 1
        return true
    }

    private mutating func put(_ byte: UInt8) {
        if !units.isEmpty { flush() }
        if isShown { octets.append(byte) }
    }

    private mutating func put(_ shown: String) {
        flush()
        guard isShown else { return }
        if group.isInstruction { instruction += shown } else { text += shown }
    }

    private mutating func flush() {
        flushOctets()
        guard !units.isEmpty else { return }
        let shown = String(decoding: units, as: UTF16.self)
        units = []
        if group.isInstruction { instruction += shown } else { text += shown }
    }

    private mutating func flushOctets() {
        guard !octets.isEmpty else { return }
        let shown = TNEFBody.decoded(octets[...], group.codepage ?? defaultCodepage).text
        octets = []
        if group.isInstruction {
            if instruction.utf8.count < Limits.linkTargetOctets { instruction += shown }
        } else {
            text += shown
        }
    }

    /// `HYPERLINK "https://…"` is shown behind the text of its field, as HTML links are.
    private mutating func endLink() {
        let words = instruction.split(separator: "\"", omittingEmptySubsequences: false)
        instruction = ""
        guard !isFromHTML, words.count > 1, words[0].contains("HYPERLINK") else { return }
        let link = HTMLLink(target: String(words[1]), start: 0)
        text += link.suffix(in: Array(text.utf8.dropFirst(linkStart)))
    }
}
