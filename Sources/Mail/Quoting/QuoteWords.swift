/// The words of the lines by which mail programs introduce a quote, in lower case, language by language.
enum QuoteWords {
    /// Verbs of `On … X wrote:` lines.
    static let verbs = [
        "wrote", "writes", "has written", "schrieb", "schreibt", "geschrieben", "a écrit", "écrit", "escribió",
        "escribio", "escribe", "ha scritto", "scrisse", "escreveu", "schreef", "geschreven", "skrev", "kirjoitti",
        "napisał", "napisala", "napisała", "napisał(a)", "napisal", "napisal(a)", "pisze", "napisana przez", "napsal",
        "napsala", "napsal(a)", "napsal/a", "odesílatel", "написал", "написала", "написал(а)", "написал(a)", "пишет",
        "писал", "писала", "писал(а)", "írta", "ezt írta", "a scris", "έγραψε", "yazdı", "şunu yazdı", "пише",
        "написав", "написав(ла)", "napísal", "napísal(a)", "rašė", "rakstīja", "kirjutas", "je napisao", "je napisal",
        "書きました", "写道", "寫道", "님이 작성",
    ]

    /// Verbs of scripts that put no space in front of them.
    static let verbsWithoutSpaces = [
        "写道", "寫道", "书写道", "さんは書きました", "が書きました", "は書きました", "書きました", "のメール", "のメッセージ",
        "님이 작성", "님이 씀",
    ]

    /// A person tells what they wrote themselves.
    static let firstPersons = [
        " i wrote", " i have written", " schrieb ich", " habe ich ", "j'ai écrit", "j’ai écrit", " schreef ik",
        " heb ik ", " skrev jag", " skrev jeg", " jag skrev", " jeg skrev", " we wrote", " schrieben wir",
        " kirjoitin", " napisałem", " napisałam", " napsal jsem", " я написал", "我写道",
    ]

    static let openings = [
        "on ", "at ", "am ", "le ", "el ", "il ", "op ", "em ", "den ", "på ", "w dniu", "dnia ", "dne ", "dňa ", "la ",
        "στις ", "pe ", "il giorno", "dana ", "a(z)", "a ", "no dia ", "wiadomość napisana", "в ", "od ",
        // Weekdays, as the programs that begin with one shorten them.
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "pon", "wt", "śr", "czw", "pt", "sob", "niedz", "ndz", "ma ",
        "ti ", "ke ", "to ", "la ", "pe ", "su ", "po ", "út ", "st ", "čt ", "pá ", "so ", "ne ", "man", "tir",
        "ons", "tor", "fre", "lør", "søn", "mån", "tis", "lör", "sön", "пн", "вт", "ср", "чт", "пт", "сб", "вс",
        "понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень", "在", "於", "于",
    ]

    /// What stands behind the name where the sentence begins with it.
    static let laterOpenings = ["> 于", "> 於", ">于", ">於", "> escreveu", "> schrieb am", "> wrote on"]

    static let originals = [
        "original message", "original-nachricht", "originalnachricht", "ursprüngliche nachricht", "message d'origine",
        "message d’origine", "message original", "mensaje original", "messaggio originale", "mensagem original",
        "oorspronkelijk bericht", "oorspronkelijk e-mailbericht", "origineel bericht", "ursprungligt meddelande",
        "originalmeddelande", "oprindelig meddelelse", "original meddelelse", "opprinnelig melding",
        "alkuperäinen viesti", "wiadomość oryginalna", "oryginalna wiadomość", "původní zpráva", "pôvodná správa",
        "eredeti üzenet", "mesaj original", "mesajul original", "αρχικό μήνυμα", "исходное сообщение",
        "оригинальное сообщение", "особисте повідомлення", "вихідне повідомлення", "özgün ileti", "orijinal mesaj",
        "original appointment", "元のメッセージ", "元のメール", "original mail", "原始邮件", "原始郵件", "邮件原件", "原郵件",
        "원본 메시지", "reply message", "reply to message",
    ]

    /// The names of header lines as Outlook translates them: author, date, recipient, subject.
    static let authors: Set<String> = [
        "from", "von", "de", "da", "van", "från", "fra", "lähettäjä", "od", "nadawca", "odesílatel", "feladó", "από",
        "от", "от кого", "від", "kimden", "gönderen", "saatja", "差出人", "送信者", "发件人", "寄件者", "寄件人", "보낸 사람",
        "보낸사람", "de la",
    ]
    static let others: Set<String> = [
        "sent", "date", "to", "cc", "reply-to", "gesendet", "datum", "an", "kopie", "antwort an", "envoyé", "envoyé le",
        "envoyé par", "à", "copie", "copie à", "cc :", "enviado", "enviado el", "enviado em", "enviada", "enviada em",
        "fecha", "data", "para", "inviato", "a", "per conoscenza", "verzonden", "aan", "skickat", "till", "kopia",
        "sendt", "dato", "til", "lähetetty", "päivämäärä", "vastaanottaja", "kopio", "wysłano", "wysłane", "do", "dw",
        "odesláno", "komu", "kopie:", "küldve", "címzett", "másolatot kap", "trimis", "către", "στάλθηκε", "προς",
        "отправлено", "дата", "кому", "копия", "надіслано", "gönderildi", "gönderme tarihi", "kime", "tarih",
        "saadetud", "送信日時", "日付", "日時", "宛先", "发送时间", "发送日期", "日期", "收件人", "抄送", "寄件日期", "傳送日期",
        "收件者", "副本", "보낸 날짜", "날짜", "받는 사람", "받는사람", "참조",
    ]
    static let subjects: Set<String> = [
        "subject", "betreff", "objet", "sujet", "asunto", "oggetto", "assunto", "onderwerp", "ämne", "emne", "aihe",
        "temat", "předmět", "predmet", "tárgy", "subiect", "θέμα", "тема", "konu", "teema", "件名", "主题", "主旨", "제목",
    ]
}
