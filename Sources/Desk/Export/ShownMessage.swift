import Foundation
import Mail

/// A message as the export shows it: what belongs to others is covered, and its files have their places.
struct ShownMessage: Sendable, Equatable {
    struct File: Sendable, Equatable {
        var name: String
        var mediaType: String
        var size: Int
        /// nil when it is held back.
        var path: String?
    }

    var id: TicketMessageID
    var ticket: TicketNumber
    var position: Int64
    var part: ExportedMessage.Part
    var direction: TicketMessage.Direction
    var at: Date
    var from: String
    var to: [String]
    var cc: [String]
    var replyTo: String?
    var subject: String
    var text: String
    var isFromHTML: Bool
    var messageID: String?
    var isAutomatic: Bool
    var automaticReason: String?
    var isVerified: Bool
    var isHeld: Bool
    var remarks: [String]
    var files: [File]
    /// The path of the mail file; nil for what is no mail.
    var mail: String?
    var delivery: DeliveryState?
    /// What was covered in it.
    var covered: ExportMask.Count
    var isReadable: Bool

    init(
        _ message: ExportedMessage, of ticket: ExportedTicket, service: String, mask: inout ExportMask
    ) {
        let content = message.content
        var count = ExportMask.Count()
        let isKnown = message.isKnownToPerson
        let names = isKnown ? [] : Self.names(in: message, of: ticket)
        let cover = { (mask: inout ExportMask, text: String, count: inout ExportMask.Count) -> String in
            isKnown ? text : mask.text(text, names: names, count: &count)
        }
        let label = { (mask: inout ExportMask, text: String, count: inout ExportMask.Count) -> String in
            isKnown ? text : mask.label(text, count: &count)
        }
        id = message.id
        self.ticket = message.ticket
        position = message.position
        part = message.part
        direction = message.direction
        at = message.at
        from = Self.sender(of: message, service)
        if message.direction == .in, message.part != .theirs {
            from = label(&mask, message.authorAddress?.text ?? content.author, &count)
        }
        to = []
        for address in content.to { to.append(label(&mask, address, &count)) }
        cc = []
        for address in content.cc { cc.append(label(&mask, address, &count)) }
        if let reply = content.replyTo { replyTo = label(&mask, reply, &count) }
        subject = cover(&mask, content.subject, &count)
        text = cover(&mask, content.text, &count)
        isFromHTML = content.fromHTML
        messageID = isKnown ? content.messageID : nil
        isAutomatic = message.isAutomatic
        automaticReason = content.automaticReason
        isVerified = message.isVerified
        isHeld = message.isHeld
        remarks = []
        for remark in content.remarks { remarks.append(cover(&mask, remark, &count)) }
        let isWithheld = message.part == .others
        files = message.attachments.enumerated().map { index, file in
            File(
                name: file.filename ?? "attachment", mediaType: file.mediaType, size: file.size,
                path: isWithheld ? nil : ExportPath.file(file, index, of: message))
        }
        mail = isKnown && message.direction != .note ? ExportPath.mail(message) : nil
        delivery = message.delivery
        covered = count
        isReadable = Set(content.remarks).isDisjoint(with: ["erased", "damaged", "withheld"])
    }

    /// Files that are held back.
    var withheld: Int { files.count { $0.path == nil } }

    /// Who of the staff wrote it is never told (C-579/21).
    private static func sender(of message: ExportedMessage, _ service: String) -> String {
        switch message.direction {
        case .in: message.authorAddress?.text ?? message.content.author
        case .out: service
        case .note: message.isAutomatic ? "ticketd" : "staff"
        }
    }

    /// Whose name may stand in it.
    private static func names(in message: ExportedMessage, of ticket: ExportedTicket) -> [String] {
        var names = ticket.others.compactMap(\.name)
        if message.direction == .in { names.append(message.content.author) }
        return names
    }
}
