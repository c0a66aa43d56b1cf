/// A ticket as pages to read: each message as a card, in order.
///
/// A page is closed when it is full, so that a ticket of thousands of messages neither fills the memory nor a browser.
struct ExportTicketPage: Sendable {
    let ticket: ExportedTicket
    let number: Int
    private var page: ExportPage
    private let serviceName: String
    private(set) var messages = 0

    init(_ ticket: ExportedTicket, _ number: Int, in language: Language, serviceName: String) {
        self.ticket = ticket
        self.number = number
        self.serviceName = serviceName
        let word = Phrase.exportTicket.text(in: language)
        page = ExportPage("\(word) #\(ticket.number.value)", in: language)
        page.open("header", [("class", "top")])
        page.open("div")
        page.link(page.say(.exportBack), to: "../" + ExportPath.index)
        page.element("h1", "\(word) #\(ticket.number.value) \(ticket.subject ?? "")")
        let day = DayText.of(ticket.createdAt)
        page.element("p", "\(page.say(.exportOpened)) \(day) · \(page.say(ticket.status))", [("class", "quiet")])
        page.close("div")
        page.close("header")
        page.open("main", [("id", "main")])
    }

    var isFull: Bool {
        messages >= Limits.exportPageMessages || page.body.utf8.count >= Limits.exportPageBytes
    }

    mutating func add(_ message: ShownMessage) {
        messages += 1
        page.open("article", [("class", message.part.rawValue)])
        page.open("header")
        page.element("h2", page.say(heading(of: message), ["service": serviceName]))
        var line = MinuteText.of(message.at)
        if message.isAutomatic { line += " · " + page.say(.exportAutomatic) }
        page.element("p", line, [("class", "quiet")])
        page.close("header")
        let people = [
            (page.say(.exportFrom), message.direction == .in ? message.from : ""),
            (page.say(.exportTo), message.to.joined(separator: ", ")),
            (page.say(.exportCopyTo), message.cc.joined(separator: ", ")),
            (page.say(.exportSubject), message.subject),
        ].filter { !$0.1.isEmpty }
        if !people.isEmpty { page.facts(people) }
        page.writing(message.text)
        if !message.files.isEmpty {
            page.element("p", page.say(.exportAttachments))
            page.open("ul", [("class", "files")])
            for file in message.files {
                page.open("li")
                if let path = file.path {
                    page.link(file.name, to: "../" + path)
                } else {
                    page.element("span", "\(file.name): \(page.say(.exportWithheld))")
                }
                page.close("li")
            }
            page.close("ul")
        }
        if let mail = message.mail {
            page.open("p", [("class", "quiet")])
            page.link(page.say(.exportMail), to: "../" + mail)
            page.close("p")
        }
        page.close("article")
    }

    /// The finished page. `isLast` tells that no other follows.
    func finished(isLast: Bool) -> [UInt8] {
        var page = page
        if number > 1 || !isLast {
            page.open("nav", [("class", "pages")])
            if number > 1 {
                page.link(page.say(.exportPrevious), to: "../" + ExportPath.page(of: ticket.number, number - 1))
            }
            if !isLast {
                page.link(page.say(.exportNextPage), to: "../" + ExportPath.page(of: ticket.number, number + 1))
            }
            page.close("nav")
        }
        page.close("main")
        page.open("footer")
        page.link(page.say(.exportBack), to: "../" + ExportPath.index)
        page.close("footer")
        return page.html
    }

    private func heading(of message: ShownMessage) -> Phrase {
        switch message.part {
        case .theirs: .exportYouWrote
        case .received: message.direction == .out ? .exportWeWrote : .exportSomebody
        case .note: message.isAutomatic ? .exportEvent : .exportNote
        case .others, .foreign: .exportSomebody
        }
    }
}
