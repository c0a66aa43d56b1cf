/// The names in dates: English months, and the zones of RFC 5322 §4.3.
enum DateNames {
    /// The month whose first three letters the word begins with.
    static func month(_ word: [UInt8]) -> Int? {
        guard word.count >= 3 else { return nil }
        let months = "janfebmaraprmayjunjulaugsepoctnovdec".utf8
        var number = 1
        var index = months.startIndex
        while index < months.endIndex {
            let next = months.index(index, offsetBy: 3)
            if months[index..<next].elementsEqual(word[..<3]) { return number }
            number += 1
            index = next
        }
        return nil
    }

    /// Seconds east of Greenwich; unknown names count as UTC, single words that are no zone at all are skipped.
    static func zone(_ word: [UInt8]) -> Int? {
        let hours: Int
        switch String(decoding: word, as: UTF8.self) {
        case "edt": hours = -4
        case "est", "cdt": hours = -5
        case "cst", "mdt": hours = -6
        case "mst", "pdt": hours = -7
        case "pst": hours = -8
        case "am", "pm", "t": return nil
        default: hours = 0
        }
        return hours * 3600
    }
}
