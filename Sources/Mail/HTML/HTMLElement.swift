/// What an element's name means for text: where lines break, what has no content, whose content is not read.
enum HTMLElement {
    private static let void: Set<String> = [
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "hr", "img", "input", "keygen", "link", "meta",
        "param", "source", "track", "wbr",
    ]

    /// Elements that start and end a line.
    private static let block: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hgroup", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "option", "p", "pre",
        "section", "select", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "xmp",
    ]

    /// Elements with an empty line around them.
    private static let spaced: Set<String> = [
        "blockquote", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "listing", "ol", "p", "pre", "ul", "xmp",
    ]

    private static let raw: Set<String> = ["iframe", "noembed", "noframes", "script", "style", "textarea", "title"]

    static func isVoid(_ name: String) -> Bool { void.contains(name) }

    static func isBlock(_ name: String) -> Bool { block.contains(name) }

    /// Cells are blocks for nesting, though a line holds several.
    static func isSpecial(_ name: String) -> Bool { block.contains(name) || name == "td" || name == "th" }

    static func isSpaced(_ name: String) -> Bool { spaced.contains(name) }

    static func isRaw(_ name: String) -> Bool { raw.contains(name) }

    static func isPreformatted(_ name: String) -> Bool { name == "pre" || name == "listing" || name == "xmp" }

    /// Elements that end, and those beyond which none is looked for.
    struct ImplicitEnd {
        let names: Set<String>
        let barrier: Set<String>
    }

    /// The elements that a start tag ends without an end tag (WHATWG HTML §13.1.2.4).
    static func closedImplicitly(by name: String) -> ImplicitEnd? {
        // `p` cannot hold a block (WHATWG HTML §4.4.1).
        implicitEnds[name] ?? (isBlock(name) ? paragraphEnd : nil)
    }

    private static let implicitEnds: [String: ImplicitEnd] = {
        let cells = ImplicitEnd(names: ["td", "th"], barrier: ["tr", "table"])
        let terms = ImplicitEnd(names: ["dt", "dd"], barrier: ["dl"])
        let sections = ImplicitEnd(names: ["tbody", "thead", "tfoot", "tr", "td", "th"], barrier: ["table"])
        return [
            "li": ImplicitEnd(names: ["li"], barrier: ["ul", "ol", "menu", "dir"]),
            "dt": terms, "dd": terms, "td": cells, "th": cells,
            "tr": ImplicitEnd(names: ["tr", "td", "th"], barrier: ["table"]),
            "tbody": sections, "thead": sections, "tfoot": sections,
            "option": ImplicitEnd(names: ["option"], barrier: ["select"]),
            "a": ImplicitEnd(names: ["a"], barrier: ["td", "th", "table"]),
        ]
    }()

    private static let paragraphEnd = ImplicitEnd(
        names: ["p"], barrier: ["td", "th", "table", "blockquote", "li", "div", "body"])
}
