import Mail

/// One page of an export: complete in itself, without script and without anything from elsewhere, so that it reads the
/// same in twenty years and offline. Every value goes through the one encoder for HTML (P17).
struct ExportPage: Sendable {
    private(set) var body = ""
    let language: Language
    let title: String

    init(_ title: String, in language: Language) {
        self.title = title
        self.language = language
    }

    func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
        phrase.text(in: language, values)
    }

    func say(_ status: TicketStatus) -> String {
        switch status {
        case .new: say(.exportNew)
        case .open: say(.exportOpen)
        case .pending: say(.exportPending)
        case .closed: say(.exportClosed)
        }
    }

    mutating func element(_ name: StaticString, _ text: String, _ attributes: [(StaticString, String)] = []) {
        body += Self.opening(name, attributes) + TextSafety.forHTML(text) + "</\(name)>\n"
    }

    mutating func open(_ name: StaticString, _ attributes: [(StaticString, String)] = []) {
        body += Self.opening(name, attributes) + "\n"
    }

    mutating func close(_ name: StaticString) {
        body += "</\(name)>\n"
    }

    mutating func link(_ text: String, to target: String) {
        body += Self.link(text, to: target) + "\n"
    }

    /// Text as it was written, with its line ends.
    mutating func writing(_ text: String) {
        element("div", text, [("class", "writing")])
    }

    mutating func section(_ id: StaticString, _ title: Phrase) {
        open("section", [("id", String(describing: id)), ("aria-labelledby", "\(id)-title")])
        element("h2", say(title), [("id", "\(id)-title")])
    }

    /// Names and values, for reading one after the other.
    mutating func facts(_ rows: [(String, String)]) {
        open("dl")
        for (name, value) in rows where !value.isEmpty {
            element("dt", name)
            element("dd", value)
        }
        close("dl")
    }

    enum Cell {
        case text(String)
        /// The first cell of a row, which names it.
        case name(String)
        case link(String, to: String)
    }

    mutating func table(_ heads: [Phrase], _ rows: [[Cell]], caption: String) {
        guard !rows.isEmpty else { return element("p", say(.exportNone)) }
        open("div", [("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", caption)])
        open("table")
        open("thead")
        open("tr")
        for head in heads { element("th", say(head), [("scope", "col")]) }
        close("tr")
        close("thead")
        open("tbody")
        for row in rows {
            open("tr")
            for cell in row {
                switch cell {
                case .text(let text): element("td", text)
                case .name(let text): element("th", text, [("scope", "row")])
                case .link(let text, let target): body += "<td>" + Self.link(text, to: target) + "</td>\n"
                }
            }
            close("tr")
        }
        close("tbody")
        close("table")
        close("div")
    }

    var html: [UInt8] {
        Array(
            """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <meta name="referrer" content="no-referrer">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(TextSafety.forHTML(title))</title>
            <style>
            \(ExportStyle.text)</style>
            </head>
            <body>
            <a class="skip" href="#main">\(TextSafety.forHTML(say(.exportSkip)))</a>
            \(body)</body>
            </html>

            """.utf8)
    }

    private static func opening(_ name: StaticString, _ attributes: [(StaticString, String)]) -> String {
        let written = attributes.map { " \($0.0)=\"\(TextSafety.forHTML($0.1))\"" }
        return "<\(name)" + written.joined() + ">"
    }

    private static func link(_ text: String, to target: String) -> String {
        "<a href=\"\(TextSafety.forHTML(ExportPath.escaped(target)))\">\(TextSafety.forHTML(text))</a>"
    }
}
