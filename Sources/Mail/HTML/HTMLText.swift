/// HTML as the text a person would read: blocks, lists, tables, quotes and link targets kept; everything that is not
/// text, is hidden, or would be fetched from somewhere dropped and counted.
///
/// Total and linear: any bytes give a text of bounded size. Nothing is ever loaded.
struct HTMLText {
    let text: String
    /// Images and other content that a mail program would have fetched, telling the sender who read when.
    let trackersRemoved: Int
    /// Stretches of text that the sender wrote but did not want to be seen.
    let hiddenRemoved: Int
    let defects: DefectSet

    init(_ html: String) {
        var reader = HTMLReader(Array(html.utf8.prefix(Limits.htmlOctets)))
        reader.read()
        text = SafeText.visible(reader.flow.finished())
        trackersRemoved = reader.trackers
        hiddenRemoved = reader.hiddenStretches
        var defects = reader.defects
        if html.utf8.count > Limits.htmlOctets || reader.flow.isFull { defects.insert(.textTruncated) }
        if reader.hiddenStretches > 0 { defects.insert(.hiddenTextDropped) }
        self.defects = defects
    }
}
