package import Mail

/// What is kept of an arrived mail (gdpr.md A2.3): this list and nothing else.
extension MessageContent {
    /// - Parameter scrub: takes our own links and tokens out of a stranger's text before it is stored.
    package init(of message: Message, authorship: Authorship, remarks: [String], scrub: (String) -> String) {
        let readable = message.readableText()
        var remarks = remarks
        if readable.trackersRemoved > 0 { remarks.append("trackers-removed:\(readable.trackersRemoved)") }
        remarks += readable.defects.map(\.rawValue)
        self.init(
            author: authorship.name ?? authorship.author?.text ?? "",
            subject: scrub(message.subject ?? ""),
            text: scrub(readable.text),
            fromHTML: readable.fromHTML,
            to: message.to.compactMap(\.address), cc: message.cc.compactMap(\.address),
            replyTo: authorship.divergentReplyTo?.text,
            messageID: message.messageID?.value,
            references: message.references.suffix(Limits.referencesKept).map(\.value),
            threadTopic: message.header("Thread-Topic"), threadIndex: message.header("Thread-Index"),
            automaticReason: message.automation.machineReason,
            remarks: remarks)
    }

    /// What is kept of a mail that was too large to fetch: its headers and a line that says where it is.
    package init(ofHeaders message: Message, authorship: Authorship, size: Int, remarks: [String]) {
        let mebibytes = max(1, (size + 524_288) / 1_048_576)
        self.init(
            author: authorship.name ?? authorship.author?.text ?? "", subject: message.subject ?? "", text: "",
            to: message.to.compactMap(\.address), cc: message.cc.compactMap(\.address),
            replyTo: authorship.divergentReplyTo?.text, messageID: message.messageID?.value,
            references: message.references.suffix(Limits.referencesKept).map(\.value),
            automaticReason: message.automation.machineReason,
            remarks: remarks + ["too-large: \(mebibytes) MiB, still in the mailbox"])
    }
}

extension Automation {
    /// The word for why; nil for people.
    package var machineReason: String? {
        switch self {
        case .person: nil
        case .machine(let reason): reason.rawValue
        }
    }
}
