internal import Desk

/// Subject, assignee, tags and privacy labels of a ticket: one sealed value under the requester's key.
struct TicketParticulars: Equatable {
    var subject: String
    var assignee: String?
    var tags: [String]
    var labels: [PrivacyLabel]

    init(subject: String, assignee: String? = nil, tags: [String] = [], labels: [PrivacyLabel] = []) {
        self.subject = subject
        self.assignee = assignee
        self.tags = tags
        self.labels = labels
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(subject)
        writer.write(ifAny: assignee)
        writer.write(tags)
        writer.write(labels.map(\.rawValue))
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(StoreFailure) {
        var reader = ByteReader(bytes)
        self.init(subject: try reader.text(), assignee: try reader.textIfAny(), tags: try reader.texts())
        // Tickets written before there were labels end here.
        guard !reader.isAtEnd else { return }
        for word in try reader.texts() {
            // A label nobody knows must not be lost when the ticket is written again.
            guard let label = PrivacyLabel(rawValue: word) else { throw .damaged }
            labels.append(label)
        }
    }
}
