/// A text with places left open: `Hello {{person.name|there}}, your request has the number {{ticket.number}}.`
///
/// It is taken apart once. What is filled in is text and is never looked at again (P17): a customer who calls himself
/// `{{agent.name}}` is greeted by that name.
package struct TextTemplate: Sendable, Equatable {
    package enum Piece: Sendable, Equatable {
        case text(String)
        case variable(TextVariable, fallback: String?)
    }

    package struct Problem: Error, Sendable, Equatable {
        /// The line, counted from 1.
        package var line: Int
        package var sentence: String
    }

    package let pieces: [Piece]

    /// Every problem at once, so that they are mended at once.
    package static func read(_ text: String) -> (template: TextTemplate, problems: [Problem]) {
        var pieces: [Piece] = []
        var problems: [Problem] = []
        var rest = text[...]
        var line = 1
        while let opening = rest.firstRange(of: "{{") {
            let before = rest[..<opening.lowerBound]
            append(before, &pieces, &problems, line: line)
            line += before.count { $0.isNewline }
            rest = rest[opening.upperBound...]
            guard let closing = rest.firstRange(of: "}}"), !rest[..<closing.lowerBound].contains(where: \.isNewline)
            else {
                problems.append(Problem(line: line, sentence: "“{{” is not closed by “}}” on the same line"))
                return (TextTemplate(pieces: pieces), problems)
            }
            read(rest[..<closing.lowerBound], &pieces, &problems, line: line)
            rest = rest[closing.upperBound...]
        }
        append(rest, &pieces, &problems, line: line)
        return (TextTemplate(pieces: pieces), problems)
    }

    package func text(_ values: [TextVariable: String]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): return text
            case .variable(let variable, let fallback):
                let value = values[variable] ?? ""
                return value.isEmpty ? fallback ?? "" : value
            }
        }.joined()
    }

    private static func append(
        _ text: Substring, _ pieces: inout [Piece], _ problems: inout [Problem], line: Int
    ) {
        if let stray = text.firstRange(of: "}}") {
            let at = line + text[..<stray.lowerBound].count { $0.isNewline }
            problems.append(Problem(line: at, sentence: "“}}” closes nothing"))
        }
        if !text.isEmpty { pieces.append(.text(String(text))) }
    }

    private static func read(
        _ inside: Substring, _ pieces: inout [Piece], _ problems: inout [Problem], line: Int
    ) {
        let parts = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0]).filter { !$0.isWhitespace }
        guard let variable = TextVariable(rawValue: name) else {
            problems.append(Problem(line: line, sentence: "there is no such variable; there are \(TextVariable.list)"))
            return
        }
        let fallback = parts.count > 1 ? String(parts[1]) : nil
        if variable.needsFallback, fallback?.isEmpty ?? true {
            let example = "{{\(variable.rawValue)|…}}"
            problems.append(
                Problem(line: line, sentence: "{{\(name)}} may be empty; say what stands there then: \(example)"))
        }
        pieces.append(.variable(variable, fallback: fallback))
    }
}
