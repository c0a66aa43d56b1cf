/// The two bodies of a mail, from one text: plain, and an HTML twin that says exactly the same.
///
/// The HTML loads nothing and links nowhere but to the way out. Control characters and bidirectional overrides are
/// shown as escapes, never passed on (P17). Both end with the footer's
/// paragraphs and the link on a line of its own.
struct BodyText {
    /// UTF-8 with LF line ends, the last line ended.
    let plain: [UInt8]
    let html: [UInt8]

    init(text: String, footer: String, link: String, language: String) {
        let body = Self.paragraphs(of: SafeText.visible(text))
        let foot = Self.paragraphs(of: SafeText.visible(footer))
        let lines = (body + foot).map { $0.joined(separator: "\n") }
        plain = Array((lines.joined(separator: "\n\n") + "\n" + link).utf8) + [0x0A]

        var html = "<!DOCTYPE html>\n<html lang=\"\(language)\">\n<head><meta charset=\"utf-8\"></head>\n<body>\n"
        let url = Self.escaped(link)
        let wayOut = "<a href=\"\(url)\">\(url)</a>"
        html += body.map { Self.htmlParagraph($0) }.joined() + "<hr>\n"
        html += foot.dropLast().map { Self.htmlParagraph($0) }.joined()
        html += Self.htmlParagraph(foot.last ?? [], endingWith: [wayOut])
        html += "</body>\n</html>\n"
        self.html = Array(html.utf8)
    }

    /// Lines between empty lines; empty lines at either end, and trailing white space, are gone.
    private static func paragraphs(of text: String) -> [[String]] {
        var paragraphs: [[String]] = []
        var current: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let trimmed = trimmedEnd(line)
            if trimmed.isEmpty {
                if !current.isEmpty { paragraphs.append(current) }
                current = []
            } else {
                current.append(trimmed)
            }
        }
        if !current.isEmpty { paragraphs.append(current) }
        return paragraphs
    }

    private static func htmlParagraph(_ lines: [String], endingWith markup: [String] = []) -> String {
        "<p dir=\"auto\">" + (lines.map(escapedLine) + markup).joined(separator: "<br>\n") + "</p>\n"
    }

    private static func trimmedEnd(_ line: Substring) -> String {
        var view = line.unicodeScalars
        while let last = view.last, last == " " || last == "\t" { view.removeLast() }
        return String(view)
    }

    /// A line of HTML text whose leading and repeated spaces survive.
    private static func escapedLine(_ line: String) -> String {
        var escapedText = ""
        var afterSpace = true
        for scalar in line.unicodeScalars {
            switch scalar {
            case " " where afterSpace: escapedText += "&nbsp;"
            case "\t": escapedText += "&nbsp;&nbsp;&nbsp; "
            default: appendEscaped(scalar, to: &escapedText)
            }
            afterSpace = scalar == " " || scalar == "\t"
        }
        return escapedText
    }

    private static func escaped(_ text: String) -> String {
        var escapedText = ""
        for scalar in text.unicodeScalars { appendEscaped(scalar, to: &escapedText) }
        return escapedText
    }

    private static func appendEscaped(_ scalar: Unicode.Scalar, to text: inout String) {
        switch scalar {
        case "&": text += "&amp;"
        case "<": text += "&lt;"
        case ">": text += "&gt;"
        case "\"": text += "&quot;"
        case "'": text += "&#39;"
        default: text.unicodeScalars.append(scalar)
        }
    }
}
