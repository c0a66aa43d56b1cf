import Foundation
import Web

/// Which routes each command of the program asks, read from its sources.
///
/// A command's own requests and those of the helpers it names are its requests. Indentation tells where a type ends,
/// because `swift format` sees to it.
struct CommandRoutes {
    /// By command, in alphabetical order; a command that asks nothing has none.
    let commands: [(name: String, routes: [String])]
    /// Requests in the sources that fit no route, or whose method cannot be told.
    let strays: [String]

    fileprivate struct Kind {
        var name: String
        var parents: [String]
        var isCommand: Bool
        var lines: [Substring]

        var text: String { lines.joined(separator: "\n") }
    }

    init(root: URL, routes: [Route]) throws {
        var kinds: [Kind] = []
        let folder = root.appending(path: "Sources/ticketd").path
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() where path.hasSuffix(".swift")
        {
            kinds += Self.kinds(in: try String(contentsOfFile: folder + "/" + path, encoding: .utf8))
        }
        var strays: [String] = []
        var direct: [Int: Set<String>] = [:]
        for (index, kind) in kinds.enumerated() {
            let (found, lost) = Self.requests(in: kind.text, routes: routes)
            direct[index] = found
            strays += lost.map { "\(kind.name): \($0)" }
        }
        let names = Dictionary(
            kinds.filter { $0.isCommand }.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
        var commands: [(name: String, routes: [String])] = []
        for (index, kind) in kinds.enumerated() where kind.isCommand && kind.text.contains("func run(") {
            var found = direct[index] ?? []
            for (other, helper) in kinds.enumerated() where !helper.isCommand && kind.mentions(helper.name) {
                found.formUnion(direct[other] ?? [])
            }
            let words = (kind.parents + [kind.name]).map { Self.word(for: $0, text: names[$0] ?? kind.text) }
            commands.append((words.joined(separator: " "), found.sorted()))
        }
        self.commands = commands.sorted { $0.name < $1.name }
        self.strays = strays
    }

    var text: String {
        let rows = commands.map { command in
            let routes = command.routes.map { "`\($0)`" }.joined(separator: ", ")
            return "| `ticketd \(command.name)` | \(routes.isEmpty ? "none" : routes) |"
        }
        return (["| Command | Routes it asks |", "|---|---|"] + rows).joined(separator: "\n")
    }

    /// The types of one file, each with its own lines and without those of the types inside it.
    private static func kinds(in text: String) -> [Kind] {
        var open: [(indent: Int, kind: Kind)] = []
        var closed: [Kind] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let indent = line.prefix { $0 == " " }.count
            let head = line.firstMatch(
                of: /^ *(?:(?:fileprivate|private|package) )?(?:struct|enum|extension) (\w+)(.*)/)
            if let match = head, line.hasSuffix("{") {
                let outer = open.map(\.kind.name)
                let kind = Kind(
                    name: String(match.1), parents: outer, isCommand: match.2.contains("ParsableCommand"), lines: [])
                open.append((indent, kind))
            } else if let last = open.last, line == String(repeating: " ", count: last.indent) + "}" {
                open.removeLast()
                closed.append(last.kind)
            } else if !open.isEmpty {
                open[open.count - 1].kind.lines.append(line)
            }
        }
        return closed
    }

    /// What `commandName` says, or what the argument parser makes of the type's name.
    private static func word(for name: String, text: String) -> String {
        let mark = "commandName: \""
        if let start = text.range(of: mark)?.upperBound { return String(text[start...].prefix { $0 != "\"" }) }
        return name.replacing(/([a-z])([A-Z])/) { "\($0.1)-" + $0.2 }.lowercased()
    }

    private static func requests(in text: String, routes: [Route]) -> (found: Set<String>, lost: [String]) {
        var (found, lost): (Set<String>, [String]) = ([], [])
        var rest = text[...]
        while let start = rest.range(of: "\"/api/v1") {
            let (path, end) = path(from: rest[start.upperBound...])
            let before = rest[..<start.lowerBound]
            rest = rest[end...]
            var methods = [before.suffix(40).firstMatch(of: /\.(get|post|put|patch|delete),\s*$/)?.1].compactMap { $0 }
            if methods.isEmpty, let name = before.suffix(40).firstMatch(of: /let (\w+) =\s*$/)?.1 {
                methods = text.matches(of: /\.(get|post|put|patch|delete),\s*(\w+)/).filter { $0.2 == name }.map(\.1)
            }
            let matching = methods.compactMap { method in
                routes.first { $0.method == method.uppercased() && fits(path, $0.pattern) }
            }
            if matching.isEmpty { lost.append(path) }
            found.formUnion(matching.map { "\($0.method) \($0.pattern)" })
        }
        return (found, lost)
    }

    /// The literal up to its quote, with `{}` for what is put in, and without a query.
    private static func path(from text: Substring) -> (path: String, end: Substring.Index) {
        var path = "/api/v1"
        var (depth, index) = (0, text.startIndex)
        while index < text.endIndex {
            let character = text[index]
            if depth == 0, character == "\"" { break }
            if depth == 0, character == "\\", text[text.index(after: index)...].hasPrefix("(") {
                path += "{}"
                index = text.index(index, offsetBy: 2)
                depth = 1
                continue
            }
            if depth > 0 {
                if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
            } else {
                path.append(character)
            }
            index = text.index(after: index)
        }
        return (String(path.prefix { $0 != "?" }), index)
    }

    private static func fits(_ path: String, _ pattern: String) -> Bool {
        let (left, right) = (path.split(separator: "/"), pattern.split(separator: "/"))
        return left.count == right.count
            && zip(left, right).allSatisfy { $0 == $1 || ($0.contains("{}") && $1.hasPrefix("{")) }
    }
}

extension CommandRoutes.Kind {
    fileprivate func mentions(_ helper: String) -> Bool {
        text.firstRange(of: helper + ".") != nil || text.firstRange(of: helper + "(") != nil
    }
}
