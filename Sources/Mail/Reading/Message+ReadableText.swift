/// What of a message is for reading.
extension Message {
    /// The text of the message: the plain one where it says something, the HTML one as text otherwise. Attachments and
    /// embedded messages are not part of it. Bounded, and safe to show after the encoding of the sink.
    package func readableText() -> ReadableText {
        var reading = readable(root)
        if reading.text.isEmpty, let winmail = textInWinmail { reading = winmail }
        let cards = calendarCards
        let text = Self.trimmed(([reading.text] + cards).filter { !$0.isEmpty }.joined(separator: "\n\n"))
        var defects = reading.defectSet
        if !cards.isEmpty { defects.insert(.calendarInvitation) }
        let kept = text.utf8.count > Limits.readableOctets ? Self.cut(text) : text
        if kept.utf8.count < text.utf8.count { defects.insert(.textTruncated) }
        return ReadableText(
            text: kept, fromHTML: reading.fromHTML, trackersRemoved: reading.trackersRemoved,
            hiddenRemoved: reading.hiddenRemoved, defectSet: defects)
    }

    /// One call for each level of containers, which the parser bounds (`Limits.depth`).
    func readable(_ part: Part) -> ReadableText {
        if let embedded = part.embedded { return part.parent == nil ? readable(embedded) : .none }
        guard part.isMultipart else { return readableLeaf(part) }
        let children = part.children
        switch part.contentType.subtype {
        case "alternative": return alternative(children)
        case "related": return related(part.contentType, children)
        case "report": return children.first.map(readable) ?? .none
        case "digest": return digest(children)
        // RFC 1847 §2: the first part is what is signed; of what is encrypted nothing can be read.
        case "signed": return (children.first.map(readable) ?? .none).marked(.signatureNotChecked)
        case "encrypted": return ReadableText(text: ForeignNotes.encryptedPGP).marked(.encryptedContent)
        default: return mixed(children)
        }
    }

    private func mixed(_ children: [Part]) -> ReadableText {
        var texts: [ReadableText] = []
        for child in children {
            // A named text part is a file, unless it is all that there is.
            if child.isLeaf, child.contentType.type == "text", child.filename != nil,
                texts.contains(where: { !$0.text.isEmpty })
            {
                continue
            }
            texts.append(readable(child))
        }
        return .joined(texts)
    }

    private func related(_ type: ContentType, _ children: [Part]) -> ReadableText {
        // RFC 2387 §3.2: `start` names the root by its Content-ID; the first part without it.
        let start = type.parameter("start")?.filter { $0 != "<" && $0 != ">" }
        let root = children.first { start != nil && $0.contentID == start } ?? children.first
        guard let root else { return .none }
        let text = readable(root)
        return text.text.isEmpty ? mixed(children) : text
    }

    private func alternative(_ children: [Part]) -> ReadableText {
        let texts = children.map(readable)
        let plain = texts.first { !$0.fromHTML && !$0.text.isEmpty }
        guard let rich = texts.last(where: { $0.fromHTML }) else { return plain ?? .none }
        guard let plain else { return rich }
        let plainWords = WordSet(plain.text)
        let richWords = WordSet(rich.text)
        // A stub such as "your program cannot show this mail" is no alternative.
        let isStub = plainWords.count * Limits.stubRatio < richWords.count
        var chosen = plainWords.count == 0 || isStub ? rich : plain
        var defects = chosen.defectSet
        if rich.hiddenRemoved > 0 { defects.insert(.hiddenTextDropped) }
        if plainWords.count > 0, richWords.count > 0, plainWords.differsInSubstance(from: richWords) {
            defects.insert(.alternativesDiffer)
        }
        chosen = ReadableText(
            text: chosen.text, fromHTML: chosen.fromHTML, trackersRemoved: rich.trackersRemoved,
            hiddenRemoved: rich.hiddenRemoved, defectSet: defects)
        return chosen
    }

    private func readableLeaf(_ part: Part) -> ReadableText {
        let type = part.contentType
        if type.type != "text" { return foreignText(part) }
        guard part.disposition != .attachment else { return .none }
        switch type.subtype {
        case "html":
            let decoded = decodedHTML(part)
            return ReadableText.ofHTML(decoded.text, decoded.defectSet)
        // The AMP form of a mail is a program, not a text; calendars and cards are shown in their own way.
        case "calendar", "vcard", "x-vcard", "directory", "css", "rfc822-headers", "csv", "xml", "x-amp-html":
            return .none
        case "rtf": return richText(part)
        case "enriched", "richtext":
            let decoded = decodedText(of: part)
            let text = SafeText.visible(EnrichedText.plain(decoded.text))
            return ReadableText(text: Self.trimmed(text), defectSet: decoded.defectSet)
        default: return plainText(part, type)
        }
    }

    /// Without empty lines at either end and without white space at the very end.
    static func trimmed(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let end = bytes.lastIndex { !$0.isBlank } ?? -1
        var start = 0
        var index = 0
        while index <= end, bytes[index].isBlank {
            if bytes[index] == .lf { start = index + 1 }
            index += 1
        }
        return start <= end ? String(decoding: bytes[start...end], as: UTF8.self) : ""
    }

    /// The text up to the bound, between characters of UTF-8.
    private static func cut(_ text: String) -> String {
        var bytes = Array(text.utf8.prefix(Limits.readableOctets))
        while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
        if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
