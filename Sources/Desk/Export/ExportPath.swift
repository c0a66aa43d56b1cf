import Mail

/// Names of files in an export, and how pages point at them.
enum ExportPath {
    static let index = "index.html"
    static let data = "data.json"
    static let schema = "schema.json"
    static let table = "tickets.csv"

    static func page(of ticket: TicketNumber, _ page: Int) -> String {
        "tickets/\(padded(ticket.value, 6))" + (page == 1 ? "" : "-\(page)") + ".html"
    }

    static func mail(_ message: ExportedMessage) -> String {
        "messages/\(stem(message.ticket, message.position)).eml"
    }

    /// The name a stranger gave is cleaned; what stands before it makes every path another one.
    static func file(_ file: AttachmentSummary, _ index: Int, of message: ExportedMessage) -> String {
        let name = file.filename.flatMap { FileName.cleaned($0) } ?? "attachment"
        return "attachments/\(stem(message.ticket, message.position))-\(index + 1)-\(name)"
    }

    static func original(_ original: ExportSubject.Original) -> String {
        "originals/\(padded(original.ticket.value, 6))-\(original.message.hex.suffix(8)).eml"
    }

    /// As a relative reference (RFC 3986 §3.3): every byte but unreserved ones and the slash is escaped.
    static func escaped(_ path: String) -> String {
        var escaped = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "/"), UInt8(ascii: "#"):
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                escaped += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
            }
        }
        return escaped
    }

    private static func stem(_ ticket: TicketNumber, _ position: Int64) -> String {
        "\(padded(ticket.value, 6))-\(padded(position, 4))"
    }

    /// Equally long, so that they stand in order in every list of files.
    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
