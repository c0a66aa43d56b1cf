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
        /// The number of the next item of an ordered list; nil in an unordered one.
        var nextNumber: Int?
        var isInVisibleFlow = true
    }

    private let bytes: [UInt8]
    private var stack: [OpenElement] = []
    private var openCounts: [String: Int] = [:]
    private var preformattedDepth = 0
    private var isAfterPreStart = false
    private var rawName = ""
    private var isInHiddenStretch = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
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
        flow.append(shown, preformatted: preformattedDepth > 0)
    }

    private mutating func start(_ name: String, _ attributes: HTMLAttributes) {
        rawName = name
        if let implied = HTMLElement.closedImplicitly(by: name) { close(implied.names, upTo: implied.barrier) }
        let visibility = HTMLStyle.visibility(of: attributes, inside: visibility)
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
        case "ol": element.nextNumber = attributes.value(of: "start").flatMap { Int($0) } ?? 1
        case "li": flow.beginItem(marker: marker(value: attributes.value(of: "value")))
        case "tr": flow.beginRow()
        case "td", "th": flow.beginCell()
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
        guard let list = stack.lastIndex(where: { ["ol", "ul", "menu", "dir"].contains($0.name) }),
            let number = value.flatMap({ Int($0) }) ?? stack[list].nextNumber, stack[list].nextNumber != nil
        else { return "- " }
        stack[list].nextNumber = number &+ 1
        return "\(number). "
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
        while index >= 0, !barrier.contains(stack[index].name) {
            if names.contains(stack[index].name) { outermost = index }
            index -= 1
        }
        guard let outermost else { return }
        while stack.count > outermost { closeLast() }
    }

    private mutating func closeLast() {
        guard let element = stack.popLast() else { return }
        openCounts[element.name, default: 1] -= 1
        guard element.isInVisibleFlow else { return }
        if let link = element.link { flow.attach(link.suffix(in: flow.bytes)) }
        switch element.name {
        case "blockquote": flow.quoteDepth -= 1
        case "li": flow.endItem()
        case "tr": flow.endRow()
        default: if HTMLElement.isPreformatted(element.name) { preformattedDepth -= 1 }
        }
        if HTMLElement.isBlock(element.name) {
            flow.breakLine(HTMLElement.isSpaced(element.name) && !isNestedList(element.name) ? 2 : 1)
        }
    }
}
