/// How a forwarded mail is told from a quoted one.
enum ForwardMarkers {
    private static let words = [
        "forwarded message", "forwarded mail", "begin forwarded message", "weitergeleitete nachricht",
        "anfang der weitergeleiteten", "message transféré", "message transmis", "début du message réexpédié",
        "début du message transféré", "mensaje reenviado", "inicio del mensaje reenviado", "messaggio inoltrato",
        "inizio messaggio inoltrato", "mensagem encaminhada", "mensagem reencaminhada", "início da mensagem",
        "doorgestuurd bericht", "begin doorgestuurd bericht", "vidarebefordrat", "vidarebefordrat meddelande",
        "videresendt", "start på videresendt", "välitetty viesti", "edelleenlähetetty", "przekazana wiadomość",
        "wiadomość przekazana", "początek przekazywanej", "přeposlaná zpráva", "začátek přeposílané",
        "пересылаемое сообщение", "пересланное сообщение", "начало переадресованного", "転送されたメッセージ",
        "転送メッセージ", "转发的邮件", "转发邮件", "轉寄郵件", "轉寄的郵件", "전달된 메시지",
    ]

    private static let subjects = [
        "fwd", "fw", "wg", "tr", "rv", "i", "enc", "vs", "vl", "vb", "doorst", "pd", "转发", "轉寄", "転送",
    ]

    /// `---------- Forwarded message ---------`, `Begin forwarded message:`.
    static func isSeparator(_ line: String) -> Bool {
        let isFramed = line.hasPrefix("--") || line.hasPrefix("==") || line.hasPrefix("__")
        guard isFramed || line.hasSuffix(":") || line.hasSuffix("："), line.utf8.count <= 120 else { return false }
        let text = line.lowercased().drop { "-_= ".contains($0) }
        return words.contains { text.hasPrefix($0) }
    }

    /// `WG: …`, `Fwd: …`. Behind `Re:` it is an answer to a forwarded mail.
    static func announces(subject: String) -> Bool {
        let text = subject.lowercased().drop(while: \.isWhitespace)
        guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
        return subjects.contains(String(text[..<colon]))
    }
}
