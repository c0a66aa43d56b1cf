/// Undoes the compression of RTF in `winmail.dat` ([MS-OXRTFCP]): a dictionary of 4,096 octets, references of up to 17.
///
/// The result has at most nine times the length of the input and is cut at its bound.
enum CompressedRTF {
    /// Nil when the octets are not of this form.
    static func expanded(_ source: ArraySlice<UInt8>) -> [UInt8]? {
        let bytes = Array(source)
        var reader = LittleEndianReader(bytes)
        // §2.1.3.1: sizes, a signature, a checksum that is not needed for text.
        guard reader.take32() != nil, let rawSize = reader.take32(), let signature = reader.take32(),
            reader.take32() != nil
        else { return nil }
        let bound = min(Int(rawSize), Limits.rtfOctets)
        switch signature {
        case 0x414C_454D: return Array(bytes.dropFirst(16).prefix(bound))
        case 0x7546_5A4C: return inflate(bytes.dropFirst(16), bound)
        default: return nil
        }
    }

    private static func inflate(_ input: ArraySlice<UInt8>, _ bound: Int) -> [UInt8] {
        var dictionary = preset
        dictionary += [UInt8](repeating: .space, count: 4_096 - preset.count)
        var write = preset.count
        var output: [UInt8] = []
        var position = input.startIndex
        while position < input.endIndex, output.count < bound {
            let control = input[position]
            position += 1
            for bit in 0..<8 where position < input.endIndex {
                if control & (1 << UInt8(bit)) == 0 {
                    output.append(input[position])
                    dictionary[write] = input[position]
                    write = (write + 1) & 0xFFF
                    position += 1
                    continue
                }
                guard position + 1 < input.endIndex else { return output }
                let reference = Int(input[position]) << 8 | Int(input[position + 1])
                position += 2
                let offset = reference >> 4
                // §2.2.2.1: a reference to the place that is written next ends the text.
                if offset == write { return Array(output.prefix(bound)) }
                for step in 0..<((reference & 0xF) + 2) {
                    let byte = dictionary[(offset + step) & 0xFFF]
                    output.append(byte)
                    dictionary[write] = byte
                    write = (write + 1) & 0xFFF
                }
            }
        }
        return Array(output.prefix(bound))
    }

    /// What every dictionary begins with (§2.1.3.1.4).
    private static let preset: [UInt8] = Array(
        ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
            + "\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n"
            + "\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx").utf8)
}
