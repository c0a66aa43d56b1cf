/// Message-IDs in a Message-ID, In-Reply-To or References value, in the order in which they stand.
enum MessageIDList {
    /// What stands in angle brackets; text around them is comment. Without any bracket, words with an `@` are taken.
    static func parse(_ value: [UInt8], limit: Int) -> [MessageID] {
        var found: [MessageID] = []
        var start: Int?
        Steps.add(value.count)
        for (position, byte) in value.enumerated() where byte == .lessThan || byte == .greaterThan {
            if byte == .lessThan {
                start = position
            } else if let open = start {
                append(value[(open + 1)..<position], to: &found)
                start = nil
                if found.count >= limit { return found }
            }
        }
        if !found.isEmpty { return found }
        for word in value.split(whereSeparator: { $0.isBlank || $0 == .comma || $0 == .lessThan || $0 == .greaterThan })
        {
            append(word, to: &found)
            if found.count >= limit { break }
        }
        return found
    }

    /// White space inside an identifier comes from folding in the wrong place.
    private static func append(_ octets: ArraySlice<UInt8>, to found: inout [MessageID]) {
        let bare = octets.filter { !$0.isBlank }
        if let id = MessageID(String(decoding: bare, as: UTF8.self)) { found.append(id) }
    }
}
