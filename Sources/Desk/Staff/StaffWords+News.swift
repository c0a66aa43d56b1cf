/// What came in, in numbers and counts; never who wrote what (P14).
extension StaffWords {
    package init(news: [TicketNews], settings: DeskSettings) {
        let language = settings.language
        let messages = news.reduce(0) { $0 + $1.messages }
        let lines = Dictionary(grouping: news, by: \.mailbox).sorted { $0.key < $1.key }.map { mailbox, news in
            Phrase.newsLine.text(
                in: language,
                [
                    "mailbox": mailbox.value, "messages": "\(news.reduce(0) { $0 + $1.messages })",
                    "opened": "\(news.count(where: \.isNew))", "numbers": Self.numbers(of: news, in: language),
                ])
        }
        self.init(
            subject: Phrase.newsSubject.text(
                in: language, ["service": settings.serviceName, "messages": "\(messages)"]),
            text: (lines + [Phrase.newsEnd.text(in: language)]).joined(separator: "\n\n"), language: language)
    }

    private static func numbers(of news: [TicketNews], in language: Language) -> String {
        let shown = news.sorted { $0.ticket.value < $1.ticket.value }.prefix(Limits.newsNumbers)
        let numbers = shown.map { "#\($0.ticket.value)" }.joined(separator: ", ")
        let rest = news.count - shown.count
        return rest > 0 ? Phrase.newsMore.text(in: language, ["numbers": numbers, "count": "\(rest)"]) : numbers
    }
}
