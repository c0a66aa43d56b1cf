/// Text as it grows: words go in, and where blocks end, lists indent and quotes begin; plain lines come out.
///
/// White space collapses outside `pre`, breaks wait until there is text to put after them, and every line carries the
/// marks of the quotes it stands in.
struct TextFlow {
    private(set) var bytes: [UInt8] = []
    /// Set when `Limits.readableOctets` was reached; nothing is added afterwards.
    private(set) var isFull = false
    var quoteDepth = 0

    private var pendingBreaks = 0
    private var pendingSpace = false
    /// No-break spaces that wait for a word.
    private var pendingKept = 0
    private var lineQuoteDepth = 0
    private var line = 0
    private var indents: [Int] = []
    private var marker: String?
    private var rows: [Row] = []
    /// The line of the row whose next cell begins with the next text.
    private var cellLine: Int?

    /// An open table row.
    private struct Row {
        /// The line of its first text, once there is one.
        var line: Int?
        /// The column of the open cell, of the one after it, and of the last one with text.
        var column = 0
        var nextColumn = 0
        var textColumn = 0
        var hasTextInCell = false
        /// Whether columns without text are shown.
        var keepsColumns = false
    }

    /// At least so many line ends before the next text.
    mutating func breakLine(_ count: Int = 1) {
        pendingSpace = false
        pendingKept = 0
        // The first paragraph of an item begins beside its marker, that of a row right below the row before.
        if marker != nil { return }
        let isAtRowStart = rows.last.map { $0.line == nil } ?? false
        pendingBreaks = max(pendingBreaks, isAtRowStart ? min(count, 1) : count)
    }

    /// One line end more, as `<br>` and a newline in `pre` ask for.
    mutating func addBreak() {
        pendingBreaks = min(pendingBreaks + 1, Limits.lineBreaks)
        pendingSpace = false
        pendingKept = 0
    }

    mutating func append(_ text: String, preformatted: Bool = false) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A where preformatted: addBreak()
            case 0x0D where preformatted: break
            case 0x09 where preformatted: appendKept("\t")
            case 0x20 where preformatted: appendKept(" ")
            // Shown only between or in front of words: alone it keeps a cell or a line open for nothing.
            case 0xA0: pendingKept += 1
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20: pendingSpace = true
            // Padding that is never seen: soft hyphen, grapheme joiner, zero-width space, word joiner, byte order mark.
            case 0xAD, 0x034F, 0x200B, 0x2060, 0xFEFF: break
            default: appendKept(scalar)
            }
            if isFull { return }
        }
    }

    /// Puts text right behind the last word, in front of breaks that wait.
    mutating func attach(_ text: String) {
        guard !bytes.isEmpty, !isFull else { return }
        trimLine()
        bytes.append(contentsOf: text.utf8)
    }

    mutating func beginItem(marker: String) {
        breakLine()
        self.marker = indents.count < Limits.listDepth ? marker : nil
        indents.append(indents.count < Limits.listDepth ? marker.utf8.count : 0)
    }

    mutating func endItem() {
        breakLine()
        marker = nil
        if !indents.isEmpty { indents.removeLast() }
    }

    /// Closes a passage that was opened with the same mark, or takes that back when nothing stands in it.
    mutating func endMark(_ mark: String, from start: Int) {
        guard !isFull else { return }
        if bytes.count == start, bytes.suffix(mark.utf8.count).elementsEqual(mark.utf8) {
            bytes.removeLast(mark.utf8.count)
        } else {
            attach(mark)
        }
    }

    mutating func beginRow() {
        breakLine()
        rows.append(Row())
    }

    mutating func beginCell(keepsColumn: Bool, span: Int) {
        pendingSpace = false
        pendingKept = 0
        guard var row = rows.popLast() else { return }
        row.keepsColumns = keepsColumn
        row.column = row.nextColumn
        row.nextColumn += span
        row.hasTextInCell = false
        if let line = row.line { cellLine = line }
        rows.append(row)
    }

    mutating func endRow() {
        if let row = rows.last, row.keepsColumns, row.line == line, row.nextColumn > row.textColumn + 1 {
            attach(String(repeating: " |", count: min(row.nextColumn - row.textColumn - 1, Limits.columnSpan)))
        }
        breakLine()
        cellLine = nil
        // Rows of one line stand closely, also where their cells hold paragraphs.
        if let row = rows.popLast(), row.line == line { pendingBreaks = 1 }
    }

    /// The text so far, without white space at its end.
    func finished() -> String {
        let end = bytes.lastIndex { !$0.isBlank } ?? -1
        return String(decoding: bytes[...end], as: UTF8.self)
    }

    private mutating func appendKept(_ scalar: Unicode.Scalar) {
        guard bytes.count < Limits.readableOctets else {
            isFull = true
            return
        }
        if scalar == " ", bytes.isEmpty, pendingBreaks == 0, marker == nil { return }
        beginText()
        bytes.append(contentsOf: String(scalar).utf8)
    }

    /// Settles what waits in front of text: the separator of a cell, line ends, or a space.
    private mutating func beginText() {
        if let cell = cellLine {
            cellLine = nil
            if cell == line {
                // Cells whose row is still one line stand beside each other; longer ones below each other.
                trimLine()
                bytes.append(contentsOf: " | ".utf8)
                appendEmptyCells(rows.last.map { $0.column - $0.textColumn - 1 } ?? 0)
                pendingBreaks = 0
                pendingSpace = false
            } else {
                breakLine()
            }
        }
        if bytes.isEmpty {
            startLine()
            appendEmptyCells(columnsBeforeText)
        } else if pendingBreaks > 0 {
            trimLine()
            for count in stride(from: pendingBreaks, to: 0, by: -1) {
                bytes.append(.lf)
                line += 1
                if count > 1 { appendQuoteMarks(min(quoteDepth, lineQuoteDepth)) }
            }
            startLine()
            appendEmptyCells(columnsBeforeText)
        } else if pendingSpace, let last = bytes.last, !last.isBlank {
            bytes.append(.space)
        }
        if pendingKept > 0 {
            bytes.append(contentsOf: repeatElement(.space, count: min(pendingKept, Limits.keptSpaces)))
            pendingKept = 0
        }
        pendingBreaks = 0
        pendingSpace = false
        var row = rows.count - 1
        while row >= 0, rows[row].line == nil || !rows[row].hasTextInCell {
            if rows[row].line == nil { rows[row].line = line }
            rows[row].textColumn = rows[row].column
            rows[row].hasTextInCell = true
            row -= 1
        }
    }

    /// How many cells of a row are empty before its first text.
    private var columnsBeforeText: Int {
        guard let row = rows.last, row.line == nil else { return 0 }
        return row.column
    }

    private mutating func appendEmptyCells(_ count: Int) {
        guard rows.last?.keepsColumns == true else { return }
        for _ in 0..<min(max(count, 0), Limits.columnSpan) { bytes.append(contentsOf: "| ".utf8) }
    }

    private mutating func startLine() {
        lineQuoteDepth = quoteDepth
        appendQuoteMarks(quoteDepth)
        if quoteDepth > 0 { bytes.append(.space) }
        let indent = indents.reduce(0, +)
        if let marker {
            bytes.append(contentsOf: repeatElement(.space, count: indent - marker.utf8.count))
            bytes.append(contentsOf: marker.utf8)
            self.marker = nil
        } else {
            bytes.append(contentsOf: repeatElement(.space, count: indent))
        }
    }

    private mutating func appendQuoteMarks(_ depth: Int) {
        for level in 0..<min(depth, Limits.quoteDepth) {
            if level > 0 { bytes.append(.space) }
            bytes.append(.greaterThan)
        }
    }

    private mutating func trimLine() {
        while let last = bytes.last, last.isSpaceOrTab { bytes.removeLast() }
    }
}
