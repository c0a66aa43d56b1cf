/// The References of a mail (RFC 5322 §3.6.4): what a reply refers to, short enough for every relay.
///
/// Keeps the first id (the ticket's own) and the newest ones; what does not fit goes from the middle. Ids that could
/// not be written as they are (not visible ASCII, too long for a line) are left out.
enum ReferenceChain {
    static func trimmed(_ references: [MessageID], parent: MessageID?) -> [MessageID] {
        var seen: Set<MessageID> = []
        // Newest first, so that an id named twice keeps its later place.
        let newestFirst = (references + (parent.map { [$0] } ?? []))
            .reversed().filter { isWritable($0) && seen.insert($0).inserted }
        guard let first = newestFirst.last, newestFirst.count > 1 else { return newestFirst.filter(fits) }
        var room = Limits.referencesLength
        var newest: [MessageID] = []
        var count = Limits.referencesCount - 1
        room -= length(of: first)
        for id in newestFirst.dropLast() {
            guard count > 0, room >= length(of: id) else { break }
            newest.append(id)
            room -= length(of: id)
            count -= 1
        }
        // An oversized first id must not push out the parent.
        guard !newest.isEmpty, room >= 0 else { return newestFirst.prefix(1).filter(fits) }
        return [first] + newest.reversed()
    }

    /// Whether an id may be echoed: visible ASCII, and short enough for one header line.
    static func isWritable(_ id: MessageID) -> Bool {
        id.value.utf8.count <= Limits.echoedMessageIDLength && id.value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    private static func fits(_ id: MessageID) -> Bool { length(of: id) <= Limits.referencesLength }

    /// With its brackets, the space and at worst the line end before it.
    private static func length(of id: MessageID) -> Int { id.value.utf8.count + 5 }
}
