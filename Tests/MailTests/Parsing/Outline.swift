@testable import Mail

/// The structure of a message as lines that a person can check: one a part, indented, then the defects.
enum Outline {
    static func of(_ message: Message) -> String {
        var lines: [String] = []
        var stack = [(part: message.root, depth: 0)]
        while let (part, depth) = stack.popLast() {
            lines.append(String(repeating: "  ", count: depth) + line(part, message))
            if let embedded = part.embedded { stack.append((embedded, depth + 1)) }
            for child in part.children.reversed() { stack.append((child, depth + 1)) }
        }
        lines.append("defects: " + message.defects.map(\.rawValue).joined(separator: " "))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ part: Part, _ message: Message) -> String {
        var words = [part.contentType.mediaType]
        if let disposition = part.disposition { words.append(disposition.rawValue) }
        if let name = part.filename { words.append("\"" + name + "\"") }
        if let id = part.contentID { words.append("cid:" + id) }
        guard part.isLeaf else { return words.joined(separator: " ") }
        let content =
            part.contentType.type == "text"
            ? TextSafety.singleLine(message.decodedText(of: part).text.replacing("\r\n", with: "\n"))
            : "\(message.decodedBytes(of: part).count) octets"
        return words.joined(separator: " ") + " | " + content
    }
}
