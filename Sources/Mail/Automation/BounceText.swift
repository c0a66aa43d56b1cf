/// A delivery report in a mail server's own words (qmail, Exim, Postfix, Exchange, and the many that came before RFC
/// 3464).
///
/// Only what stands before the copy of the returned mail is read. Addresses that begin a line come before those inside
/// a sentence; those of the report itself never count. Nil when the text tells of no failure.
struct BounceText {
    let recipients: [Bounce.Recipient]
    let returnedMessageID: MessageID?

    init?(_ text: String, subject: String, named: [EmailAddress], except own: Set<String>) {
        let lines = text.reportLines
        let copyStart = lines.firstIndex { BounceWords.startsCopy(String($0)) } ?? lines.count
        let notice = lines[..<copyStart].map { String($0) }
        let words = (notice.joined(separator: " ") + " " + subject).lowercased()
        let isDelay = BounceWords.delays.contains { words.contains($0) }
        let isFailure = BounceWords.failures.contains { words.contains($0) }
        guard isFailure || isDelay || !named.isEmpty else { return nil }
        let found = named.isEmpty ? Self.recipients(in: notice, except: own) : named
        let status = StatusCode.first(in: notice.joined(separator: "\n"))
        let isFinal = !isDelay || BounceWords.finals.contains { words.contains($0) }
        let action: Bounce.Action = isFinal ? .failed : .delayed
        let addresses: [EmailAddress?] = found.isEmpty ? [nil] : found
        recipients = addresses.map { Bounce.Recipient(address: $0, action: action, status: status) }
        returnedMessageID = Self.messageID(in: lines[min(copyStart, lines.count)...]) ?? Self.messageID(in: lines[...])
    }

    private static func recipients(in lines: [String], except own: Set<String>) -> [EmailAddress] {
        var leading: [EmailAddress] = []
        var telling: [EmailAddress] = []
        var others: [EmailAddress] = []
        var repeated: [EmailAddress] = []
        // Only lines with an address are looked at twice.
        for line in lines where line.utf8.contains(.at) {
            let lowered = line.lowercased()
            let bare = lowered.drop(while: \.isWhitespace)
            let repeatsHeader = BounceWords.headers.contains { bare.hasPrefix($0) }
            let tellsWhy = (BounceWords.failures + BounceWords.hints).contains { lowered.contains($0) }
            let speaksOfHelp = BounceWords.contacts.contains { lowered.contains($0) }
            for match in AddressScan.addresses(in: line) where !own.contains(match.address.normalized) {
                if RoleAddress.isPostOffice(match.address.text) { continue }
                if repeatsHeader {
                    repeated.append(match.address)
                } else if match.beginsLine || bare.hasPrefix("(expanded from") {
                    leading.append(match.address)
                } else if tellsWhy {
                    telling.append(match.address)
                } else if !speaksOfHelp {
                    others.append(match.address)
                }
            }
        }
        let best = [leading, telling, others, repeated].first { !$0.isEmpty } ?? []
        var seen: Set<String> = []
        return best.filter { seen.insert($0.normalized).inserted }.prefix(Limits.bounceRecipients).map { $0 }
    }

    /// The id in a `Message-ID:` line of the returned header, folded or quoted as it may be.
    private static func messageID(in lines: ArraySlice<Substring>) -> MessageID? {
        for index in lines.indices {
            let line = lines[index].drop { $0 == ">" || $0 == " " || $0 == "\t" || $0 == "|" }
            guard line.lowercased().hasPrefix("message-id:") else { continue }
            var value = line.dropFirst("message-id:".count)
            if value.allSatisfy(\.isWhitespace), index + 1 < lines.endIndex { value = lines[index + 1] }
            return MessageIDList.parse(Array(value.utf8), limit: 1).first
        }
        return nil
    }
}

extension String {
    /// The lines of a report, the rest of a longer one left out.
    fileprivate var reportLines: [Substring] {
        let head = String(decoding: utf8.prefix(Limits.bounceOctets), as: UTF8.self).replacing("\r\n", with: "\n")
        return Array(
            head.split(separator: "\n", maxSplits: Limits.bounceLines, omittingEmptySubsequences: false)
                .prefix(Limits.bounceLines))
    }
}
