/// Invitations and digests: parts that are no text, but say something to the reader.
extension Message {
    /// The invitations of this mail, not of mails attached to it, each once.
    var calendarCards: [String] {
        var seen: Set<String> = []
        var cards: [String] = []
        for part in ownLeaves where cards.count < Limits.calendarEvents {
            let type = part.contentType.mediaType
            guard
                type == "text/calendar" || type == "application/ics"
                    || part.filename?.lowercased().hasSuffix(".ics") == true
            else { continue }
            let card = CalendarCard(decodedText(of: part).text)
            if !card.text.isEmpty, seen.insert(card.identity).inserted { cards.append(card.text) }
        }
        return cards
    }

    /// The leaves that do not stand inside an embedded message; all of them when the mail is nothing but one.
    var ownLeaves: [Part] {
        var own: [Part] = []
        var open = [root]
        while let part = open.popLast() {
            if let embedded = part.embedded {
                if part.parent == nil { open.append(embedded) }
            } else if part.isMultipart {
                open += part.children.reversed()
            } else {
                own.append(part)
            }
        }
        return own
    }

    /// RFC 2046 §5.1.5: the messages of a digest below one another, each under its own header lines.
    func digest(_ children: [Part]) -> ReadableText {
        var texts: [ReadableText] = []
        for child in children.prefix(Limits.digestMessages) {
            guard let message = child.embedded else {
                texts.append(readable(child))
                continue
            }
            let text = readable(message)
            let header = [("From", "from"), ("Date", "date"), ("Subject", "subject")].compactMap { title, name in
                tree.fields(name, of: message.id).first.map { field in
                    title + ": " + SafeText.visible(EncodedWords.decode(tree.unfolded(field, of: message.id), .guessed))
                }
            }
            texts.append(ReadableText(text: header.joined(separator: "\n")))
            texts.append(text)
        }
        return .joined(texts)
    }
}
