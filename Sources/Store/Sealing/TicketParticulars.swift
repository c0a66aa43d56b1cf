internal import Desk

/// Subject, assignee and tags of a ticket: one sealed value under the requester's key.
struct TicketParticulars: Equatable {
    var subject: String
    var assignee: String?
    var tags: [String]

    init(subject: String, assignee: String? = nil, tags: [String] = []) {
        self.subject = subject
        self.assignee = assignee
        self.tags = tags
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(subject)
        writer.write(ifAny: assignee)
        writer.write(tags)
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(StoreFailure) {
        var reader = ByteReader(bytes)
        self.init(subject: try reader.text(), assignee: try reader.textIfAny(), tags: try reader.texts())
    }
}
