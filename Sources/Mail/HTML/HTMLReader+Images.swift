/// Images, and everything else that would be fetched.
extension HTMLReader {
    /// What stands for an image in the text: its description, if it says anything. Nil for an image nobody can see.
    static func imageText(_ attributes: HTMLAttributes) -> String? {
        let sizes = ["width", "height"].compactMap { attributes.value(of: $0) }.compactMap { Int($0) }
        if sizes.contains(where: { $0 <= 1 }) { return nil }
        let description = (attributes.value(of: "alt") ?? "").split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        if !description.isEmpty { return "[image: \(description)]" }
        // A picture that came with the mail is there to be looked at, also without a description.
        return (attributes.value(of: "src") ?? "").lowercased().hasPrefix("cid:") ? "[image]" : nil
    }

    /// Whether a tag makes a mail program ask some server.
    static func loadsRemote(_ name: String, _ attributes: HTMLAttributes) -> Bool {
        let sources = name == "link" ? ["href"] : ["src", "background", "poster", "srcset"]
        for source in sources {
            guard let target = attributes.value(of: source)?.lowercased() else { continue }
            let start = target.drop { $0.isWhitespace }
            if start.hasPrefix("http") || start.hasPrefix("//") { return true }
        }
        return attributes.value(of: "style").map(HTMLStyle.loadsRemote) ?? false
    }

    /// Whether a table says that it has lines between its cells, as tables of data do.
    static func isDataTable(_ attributes: HTMLAttributes) -> Bool {
        if attributes.value(of: "role") == "presentation" { return false }
        if let border = attributes.value(of: "border"), border != "0", border != "none" { return true }
        return attributes.has("rules") || attributes.has("summary")
    }

    /// Whether a cell is drawn with lines: tables out of spreadsheets say it nowhere else.
    static func hasBorder(_ attributes: HTMLAttributes) -> Bool {
        guard let style = attributes.value(of: "style") else { return false }
        return style.utf8.split(separator: .semicolon).contains { declaration in
            let text = String(decoding: declaration.map(\.lowered), as: UTF8.self)
            return text.drop(while: \.isWhitespace).hasPrefix("border") && text.contains("solid")
                && !text.contains("border-bottom") && !text.contains("border-top")
        }
    }

    /// Whether text holds anything to read; the padding of preview texts does not count.
    static func hasSubstance(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            !scalar.properties.isWhitespace && !InvisibleCharacters.isInvisible(scalar)
        }
    }
}
