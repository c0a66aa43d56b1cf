/// A message in `data.json`.
extension ExportDocument {
    struct Message: Encodable {
        struct File: Encodable {
            var filename: String
            var mediaType: String
            var size: Int
            var path: String?
            var withheld: Bool
        }

        var id: String
        var ticket: Int64
        var position: Int64
        var direction: String
        var part: String
        var at: String
        var from: String
        var to: [String]
        var cc: [String]
        var replyTo: String?
        var subject: String
        var text: String
        var fromHTML: Bool
        var messageId: String?
        var automatic: Bool
        var automaticReason: String?
        var senderProved: Bool
        var held: Bool
        var remarks: [String]
        var attachments: [File]
        var mail: String?
        var reconstructed: Bool
        var delivery: String?
        var covered: Int
        var readable: Bool

        init(_ message: ShownMessage) {
            id = message.id.hex
            ticket = message.ticket.value
            position = message.position
            direction = message.direction.rawValue
            part = message.part.rawValue
            at = ExportMoment.text(message.at)
            from = message.from
            to = message.to
            cc = message.cc
            replyTo = message.replyTo
            subject = message.subject
            text = message.text
            fromHTML = message.isFromHTML
            messageId = message.messageID
            automatic = message.isAutomatic
            automaticReason = message.automaticReason
            senderProved = message.isVerified
            held = message.isHeld
            remarks = message.remarks
            attachments = message.files.map {
                File(
                    filename: $0.name, mediaType: $0.mediaType, size: $0.size, path: $0.path,
                    withheld: $0.path == nil)
            }
            mail = message.mail
            reconstructed = message.mail != nil
            delivery = message.delivery?.publicName
            covered = message.covered.all
            readable = message.isReadable
        }
    }
}
