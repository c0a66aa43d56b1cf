/// Walks the tokens of an HTML text with the stack of open elements, and writes what is visible into a `TextFlow`.
struct HTMLReader {
    private(set) var flow = TextFlow()
    private(set) var trackers = 0
    private(set) var hiddenStretches = 0
    private(set) var defects = DefectSet()

    /// An element that is open, with what its end has to undo.
    private struct OpenElement {
        let name: String
        let visibility: HTMLStyle.Visibility
        var link: HTMLLink?
        /// The numbers of an ordered list; nil in an unordered one.
        var numbering: ListNumbering?
        /// Whether a table holds data, and not only the layout of a page.
        var isDataTable = false
        /// Where the text of a passage that is struck out begins.
        var strikeStart: Int?
        var isInVisibleFlow = true
    }

    private let bytes: [UInt8]
    private var stack: [OpenElement] = []
    private var openCounts: [String: Int] = [:]
    private var preformattedDepth = 0
    private var isAfterPreStart = false
    private var rawName = ""
    private var isInHiddenStretch = false
    private let sheet: HTMLStyleSheet
    /// A text without any tag that ends a line has been written with line ends.
    private let isPlain: Bool
    private var lastTarget: String?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        (sheet, isPlain) = Self.lookAhead(bytes)
    }

    mutating func read() {
        var tokenizer = HTMLTokenizer(bytes)
        while let token = tokenizer.next(), !flow.isFull {
            switch token {
            case .text(let range): text(HTMLEntities.decoded(bytes[range], inAttribute: false))
            case .raw(let range):
                if rawName == "textarea" { text(HTMLEntities.decoded(bytes[range], inAttribute: false)) }
            case .start(let name, let range): start(name, HTMLAttributes(bytes[range]))
            case .end(let name): end(name)
            }
        }
        while !stack.isEmpty { closeLast() }
        if tokenizer.endsInsideTag { defects.insert(.malformedHTML) }
    }

    private var visibility: HTMLStyle.Visibility { stack.last?.visibility ?? HTMLStyle.Visibility() }

    private mutating func text(_ text: String) {
        if visibility.isHidden {
            if !isInHiddenStretch, HTMLReader.hasSubstance(text) {
                hiddenStretches += 1
                isInHiddenStretch = true
            }
            return
        }
        if HTMLReader.hasSubstance(text) { isInHiddenStretch = false }
        var shown = text
        if isAfterPreStart {
            isAfterPreStart = false
            // WHATWG HTML §13.1.2.5: a newline right after `<pre>` is not part of it.
            if shown.utf8.first == .lf { shown.removeFirst() }
        }
        flow.append(shown, preformatted: preformattedDepth > 0 || isPlain)
    }

    private mutating func start(_ name: String, _ attributes: HTMLAttributes) {
        rawName = name
        if let implied = HTMLElement.closedImplicitly(by: name) { close(implied.names, upTo: implied.barrier) }
        var visibility = sheet.visibility(of: name, attributes, inside: visibility)
        if name == "template" || name == "datalist" { visibility.isGone = true }
        let isRemote = HTMLReader.loadsRemote(name, attributes)
        if isRemote { trackers += 1 }
        if HTMLElement.isVoid(name) {
            if !visibility.isHidden { void(name, attributes) }
            return
        }
        guard stack.count < Limits.htmlDepth else {
            defects.insert(.malformedHTML)
            if HTMLElement.isBlock(name), !visibility.isHidden { flow.breakLine() }
            return
        }
        var element = OpenElement(name: name, visibility: visibility, isInVisibleFlow: !visibility.isGone)
        if element.isInVisibleFlow { open(&element, attributes) }
        openCounts[name, default: 0] += 1
        stack.append(element)
    }

    private mutating func open(_ element: inout OpenElement, _ attributes: HTMLAttributes) {
        let name = element.name
        if HTMLElement.isBlock(name) { flow.breakLine(HTMLElement.isSpaced(name) && !isNestedList(name) ? 2 : 1) }
        switch name {
        case "a":
            element.link = HTMLLink(target: attributes.value(of: "href"), start: flow.bytes.count)
        case "blockquote": flow.quoteDepth += 1
        case "ol": element.numbering = ListNumbering(attributes)
        case "table": element.isDataTable = HTMLReader.isDataTable(attributes)
        case "s", "del", "strike":
            if element.visibility.isHidden { break }
            flow.append("~~")
            element.strikeStart = flow.bytes.count
        case "q" where !element.visibility.isHidden: flow.append("“")
        case "li": flow.beginItem(marker: marker(value: attributes.value(of: "value")))
        case "tr": flow.beginRow()
        case "td", "th": cell(name, attributes)
        default:
            if HTMLElement.isPreformatted(name) {
                preformattedDepth += 1
                isAfterPreStart = true
            }
        }
    }

    private func isNestedList(_ name: String) -> Bool {
        (name == "ul" || name == "ol") && (openCounts["li"] ?? 0) > 0
    }

    /// What stands in front of an item of the innermost list, which counts on.
    private mutating func marker(value: String?) -> String {
        let list = stack.lastIndex { ["ol", "ul", "menu", "dir"].contains($0.name) }
        guard let list, let marker = stack[list].numbering?.marker(value: value) else { return "- " }
        return marker
    }

    /// A cell of a table with data keeps its column also when those before it are empty.
    private mutating func cell(_ name: String, _ attributes: HTMLAttributes) {
        let table = (openCounts["table"] ?? 0) > 0 ? stack.lastIndex { $0.name == "table" } : nil
        if let table, name == "th" || HTMLReader.hasBorder(attributes) { stack[table].isDataTable = true }
        let span = attributes.value(of: "colspan").flatMap { Int($0) } ?? 1
        flow.beginCell(
            keepsColumn: table.map { stack[$0].isDataTable } ?? false, span: min(max(span, 1), Limits.columnSpan))
    }

    private mutating func void(_ name: String, _ attributes: HTMLAttributes) {
        switch name {
        case "br": flow.addBreak()
        case "hr":
            flow.breakLine()
            flow.append("---")
            flow.breakLine()
        case "img":
            if let index = stack.lastIndex(where: { $0.link != nil }) { stack[index].link?.holdsImage = true }
            if let shown = HTMLReader.imageText(attributes) { flow.append(shown) }
        case "area":
            let link = HTMLLink(target: attributes.value(of: "href"), start: flow.bytes.count)
            if let shown = HTMLReader.imageText(attributes) {
                flow.append(" " + shown)
                flow.attach(link.suffix(in: flow.bytes))
                flow.append(" ")
            }
        default: break
        }
    }

    private mutating func end(_ name: String) {
        if name == "br" || name == "p", (openCounts[name] ?? 0) == 0 {
            // WHATWG HTML §13.2.6.4.7: a stray `</br>` is a break, a stray `</p>` an empty paragraph.
            if visibility.isHidden { return }
            if name == "br" { flow.addBreak() } else { flow.breakLine(2) }
            return
        }
        guard (openCounts[name] ?? 0) > 0 else { return }
        let isBlock = HTMLElement.isSpecial(name)
        let isTable = name == "table"
        var index = stack.count - 1
        defer { Steps.add(stack.count - index) }
        while index >= 0, stack[index].name != name {
            let passed = stack[index].name
            // An inline end tag closes nothing outside its block; a block's nothing outside its table.
            if isBlock ? (passed == "table" && !isTable) : HTMLElement.isSpecial(passed) { return }
            index -= 1
        }
        while stack.count > max(index, 0), index >= 0 { closeLast() }
    }

    /// Closes the innermost of some elements, with what is open inside it, unless a barrier comes first.
    private mutating func close(_ names: Set<String>, upTo barrier: Set<String>) {
        guard names.contains(where: { (openCounts[$0] ?? 0) > 0 }) else { return }
        var outermost: Int?
        var index = stack.count - 1
        defer { Steps.add(stack.count - index) }
        while index >= 0, !barrier.contains(stack[index].name) {
            if names.contains(stack[index].name) { outermost = index }
            index -= 1
        }
        guard let outermost else { return }
        while stack.count > outermost { closeLast() }
    }

    private mutating func closeLast() {
        Steps.add(1)
        guard let element = stack.popLast() else { return }
        openCounts[element.name, default: 1] -= 1
        guard element.isInVisibleFlow else { return }
        if let link = element.link { endLink(link) }
        switch element.name {
        case "s", "del", "strike": if let start = element.strikeStart { flow.endMark("~~", from: start) }
        case "q" where !element.visibility.isHidden: flow.attach("”")
        case "blockquote": flow.quoteDepth -= 1
        case "li": flow.endItem()
        case "tr": flow.endRow()
        default: if HTMLElement.isPreformatted(element.name) { preformattedDepth -= 1 }
        }
        if HTMLElement.isBlock(element.name) {
            flow.breakLine(HTMLElement.isSpaced(element.name) && !isNestedList(element.name) ? 2 : 1)
        }
    }

    /// The target of a link stands behind its text; that of a picture without a word stands for the picture.
    private mutating func endLink(_ link: HTMLLink) {
        let suffix = link.suffix(in: flow.bytes)
        guard !suffix.isEmpty else { return }
        if !link.isWithoutText(in: flow.bytes) {
            flow.attach(suffix)
        } else if suffix != lastTarget {
            flow.append(suffix)
        }
        lastTarget = suffix
    }
}
