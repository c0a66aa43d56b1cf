/// The lines by which mail programs introduce a quote, in the common European languages.
enum QuoteMarkers {
    /// Verbs of `On … X wrote:` lines. The line also needs a digit: it names a date.
    private static let verbs = [
        "wrote", "writes", "schrieb", "schreibt", "a écrit", "écrit", "escribió", "ha scritto", "scrisse", "escreveu",
        "schreef", "skrev", "kirjoitti", "napisał", "napisal", "napsal", "írta", "a scris", "έγραψε", "пишет",
        "написал", "написала", "yazdı", "пише", "geschreven", "napísal", "rašė", "rakstīja", "kirjutas", "je napisao",
    ]

    private static let openings = [
        "on ", "am ", "le ", "el ", "il ", "op ", "em ", "den ", "på ", "w dniu", "dne ", "dňa ", "la ", "στις ", "em ",
        "pe ", "пн", "вт", "ср", "чт", "пт", "сб", "вс", "at ", "il giorno", "dana ", "a(z)",
    ]

    private static let originals = [
        "original message", "original-nachricht", "originalnachricht", "ursprüngliche nachricht", "message d'origine",
        "message d’origine", "mensaje original", "messaggio originale", "mensagem original", "oorspronkelijk bericht",
        "oorspronkelijk e-mailbericht", "ursprungligt meddelande", "originalmeddelande", "oprindelig meddelelse",
        "opprinnelig melding", "alkuperäinen viesti", "wiadomość oryginalna", "oryginalna wiadomość", "původní zpráva",
        "eredeti üzenet", "mesaj original", "αρχικό μήνυμα", "исходное сообщение", "özgün ileti",
        "original appointment",
    ]

    /// The names of header lines as Outlook translates them: author, date, recipient, subject.
    private static let authors: Set<String> = [
        "from", "von", "de", "da", "van", "från", "fra", "lähettäjä", "od", "feladó", "από", "от", "kimden", "saatja",
    ]
    private static let others: Set<String> = [
        "sent", "gesendet", "date", "datum", "envoyé", "enviado", "enviado el", "inviato", "data", "verzonden",
        "skickat",
        "sendt", "dato", "lähetetty", "wysłano", "odesláno", "küldve", "trimis", "στάλθηκε", "отправлено", "дата",
        "gönderildi", "saadetud", "to", "an", "à", "para", "a", "aan", "till", "til", "vastaanottaja", "do", "komu",
        "címzett", "către", "προς", "кому", "kime", "cc", "kopie", "copie", "reply-to",
        "antwort an",
    ]
    private static let subjects: Set<String> = [
        "subject", "betreff", "objet", "asunto", "oggetto", "assunto", "onderwerp", "ämne", "emne", "aihe", "temat",
        "předmět", "tárgy", "subiect", "θέμα", "тема", "konu", "teema",
    ]

    /// A line without its line end, the white space around it, and the stars of bold text.
    static func bare(_ line: Substring) -> String {
        let kept = line.utf8.count > Limits.quoteLineOctets ? line.prefix(Limits.quoteLineOctets) : line
        var words = kept.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        words.removeAll { $0 == "*" }
        return words
    }

    static func isMarked(_ line: Substring) -> Bool {
        line.first { $0 != " " && $0 != "\t" } == ">"
    }

    /// How many lines at a place announce a quote, or nil when they do not.
    static func announcement(at index: Int, in lines: [String]) -> Int? {
        let line = lines[index]
        if line.isEmpty || line.utf8.count > Limits.quoteLineOctets { return nil }
        if isSeparator(line) { return 1 }
        if let length = headerBlock(at: index, in: lines) { return length }
        return attribution(at: index, in: lines)
    }

    /// `-----Original Message-----`. A forwarded mail is what its sender wants to be read, and no quote.
    private static func isSeparator(_ line: String) -> Bool {
        guard line.hasPrefix("--") || line.hasPrefix("__") || line.hasPrefix("==") else { return false }
        let words = line.lowercased().drop { "-_= ".contains($0) }
        return originals.contains { words.hasPrefix($0) }
    }

    /// Three header lines or more, the author's first, perhaps under a rule.
    private static func headerBlock(at index: Int, in lines: [String]) -> Int? {
        var place = index
        if isRule(lines[place]) {
            place += 1
            while place < lines.count, place < index + 3, lines[place].isEmpty { place += 1 }
        }
        guard place < lines.count, let name = headerName(lines[place]), authors.contains(name) else { return nil }
        var found = 1
        // A journey has a From, a To and a Date as well; a mail has a subject, or an author with an address.
        var isMail = lines[place].contains("@")
        var last = place
        var next = place + 1
        while next < lines.count, next - place < Limits.quoteHeaderLines, found < 8 {
            if let name = headerName(lines[next]), others.contains(name) || subjects.contains(name) {
                isMail = isMail || subjects.contains(name)
                found += 1
                last = next
            }
            next += 1
        }
        return found >= 3 && isMail ? last + 1 - index : nil
    }

    private static func isRule(_ line: String) -> Bool {
        line.utf8.count >= 10 && line.utf8.allSatisfy { $0 == .underscore || $0 == .dash }
    }

    private static func headerName(_ line: String) -> String? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let name = line[..<colon].lowercased().split(separator: " ").joined(separator: " ")
        return name.isEmpty || name.count > 16 ? nil : name
    }

    /// `On Mon, 3 Mar 2025 at 10:00, Ann <ann@example.org> wrote:`, on one line or broken over up to four.
    private static func attribution(at index: Int, in lines: [String]) -> Int? {
        // The verb and the name change places from language to language, but the line is one sentence with a colon.
        var sentence = ""
        for length in 1...Limits.attributionLines {
            guard index + length <= lines.count, !lines[index + length - 1].isEmpty else { return nil }
            if length > 1, isMarked(lines[index + length - 1][...]) { return nil }
            sentence += (sentence.isEmpty ? "" : " ") + lines[index + length - 1]
            guard sentence.utf8.count <= Limits.attributionOctets else { return nil }
            if sentence.hasSuffix(":") || sentence.hasSuffix("：") {
                guard isAttribution(sentence.lowercased()) else { return nil }
                // Several lines belong together only from the line that opens the sentence: what is above was written.
                let later = (index + 1)..<(index + length)
                return length == 1 || opens(lines[index]) && !later.contains { opens(lines[$0]) } ? length : nil
            }
        }
        return nil
    }

    /// Whether a line begins as such a sentence does: with a preposition, a weekday or a date.
    private static func opens(_ line: String) -> Bool {
        let text = line.lowercased()
        return text.utf8.first?.isDigit == true || openings.contains { text.hasPrefix($0) }
    }

    private static func isAttribution(_ sentence: String) -> Bool {
        guard sentence.utf8.contains(where: \.isDigit) || sentence.contains("@") else { return false }
        return verbs.contains { verb in
            // Some programs leave out the space behind the address.
            sentence.contains(" " + verb + ":") || sentence.contains(" " + verb + " ")
                || sentence.hasSuffix(">" + verb + ":") || sentence.hasSuffix(" " + verb + " :")
        }
    }
}
