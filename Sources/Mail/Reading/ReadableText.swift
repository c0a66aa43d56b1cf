/// What an agent reads of a message, and what was taken out of it on the way.
package struct ReadableText: Sendable, Equatable {
    package let text: String
    package let fromHTML: Bool
    /// Images and other content that would have told the sender who read the mail, and when.
    package let trackersRemoved: Int
    /// Stretches of text the sender wrote but hid.
    package let hiddenRemoved: Int
    package let defectSet: DefectSet

    package init(
        text: String, fromHTML: Bool = false, trackersRemoved: Int = 0, hiddenRemoved: Int = 0,
        defectSet: DefectSet = DefectSet()
    ) {
        self.text = text
        self.fromHTML = fromHTML
        self.trackersRemoved = trackersRemoved
        self.hiddenRemoved = hiddenRemoved
        self.defectSet = defectSet
    }

    package var defects: [Defect] { defectSet.list }

    /// Nothing to read.
    static let none = ReadableText(text: "")

    /// The text of an HTML part, with what was found wrong in decoding it.
    static func ofHTML(_ html: String, _ decoding: DefectSet = DefectSet()) -> ReadableText {
        let read = HTMLText(html)
        var defects = decoding
        defects.formUnion(read.defects)
        return ReadableText(
            text: read.text, fromHTML: true, trackersRemoved: read.trackersRemoved, hiddenRemoved: read.hiddenRemoved,
            defectSet: defects)
    }

    /// The same text with one more remark.
    func marked(_ defect: Defect) -> ReadableText {
        var defects = defectSet
        defects.insert(defect)
        return ReadableText(
            text: text, fromHTML: fromHTML, trackersRemoved: trackersRemoved, hiddenRemoved: hiddenRemoved,
            defectSet: defects)
    }

    /// The texts below one another, their counts added up.
    static func joined(_ texts: [ReadableText]) -> ReadableText {
        if texts.count == 1, let only = texts.first { return only }
        var defects = DefectSet()
        for text in texts { defects.formUnion(text.defectSet) }
        return ReadableText(
            text: texts.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n"),
            fromHTML: texts.contains(where: \.fromHTML),
            trackersRemoved: texts.reduce(0) { $0 + $1.trackersRemoved },
            hiddenRemoved: texts.reduce(0) { $0 + $1.hiddenRemoved },
            defectSet: defects)
    }
}
