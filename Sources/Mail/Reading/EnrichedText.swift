/// `text/enriched` (RFC 1896) and its forerunner `text/richtext` as plain text: commands dropped, parameters too, and
/// line ends as they are meant.
enum EnrichedText {
    static func plain(_ text: String) -> String {
        var output: [UInt8] = []
        let bytes = Array(text.utf8)
        var index = 0
        var parameterDepth = 0
        var breaks = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == .lessThan {
                if index + 1 < bytes.count, bytes[index + 1] == .lessThan {
                    if parameterDepth == 0 { append(byte, &breaks, to: &output) }
                    index += 2
                    continue
                }
                let end = bytes[index...].prefix(Limits.enrichedCommandOctets).firstIndex(of: .greaterThan)
                if let end {
                    let name = String(decoding: bytes[(index + 1)..<end].lazy.map(\.lowered), as: UTF8.self)
                    if name == "param" { parameterDepth = 1 }
                    if name == "/param" { parameterDepth = 0 }
                    if name == "nl" || name == "paragraph" { breaks += 2 }
                    index = end + 1
                    continue
                }
            }
            if byte == .lf {
                breaks += 1
            } else if byte != .cr, parameterDepth == 0 {
                append(byte, &breaks, to: &output)
            }
            index += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// RFC 1896 "Formatting Commands": one line end is a space, each further one a line end.
    private static func append(_ byte: UInt8, _ breaks: inout Int, to output: inout [UInt8]) {
        if breaks == 1 { output.append(.space) }
        if breaks > 1 { output += repeatElement(.lf, count: min(breaks - 1, Limits.lineBreaks)) }
        breaks = 0
        output.append(byte)
    }
}
