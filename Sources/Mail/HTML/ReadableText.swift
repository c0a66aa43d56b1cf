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
