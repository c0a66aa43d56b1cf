import Testing

/// The rules of the wire, read off the raw octets without any parser of ours.
enum WireRules {
    static func expect(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
        let highest = bytes.max() ?? 0
        #expect(highest < 0x7F, sourceLocation: sourceLocation)
        #expect(!bytes.contains(0), sourceLocation: sourceLocation)
        var bare = 0
        for (index, byte) in bytes.enumerated() {
            let previous = index > 0 ? bytes[index - 1] : 0
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if byte == 0x0D && next != 0x0A || byte == 0x0A && previous != 0x0D { bare += 1 }
        }
        #expect(bare == 0, sourceLocation: sourceLocation)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.last == "", sourceLocation: sourceLocation)
        #expect(!lines.contains { $0.hasPrefix(".") }, sourceLocation: sourceLocation)
        // Only a URI may pass the length a line should have.
        let long = lines.filter { $0.utf8.count > 78 && !$0.contains("<https:") && !$0.contains("<mailto:") }
        #expect(long.isEmpty, sourceLocation: sourceLocation)
        #expect(lines.allSatisfy { $0.utf8.count <= 998 }, sourceLocation: sourceLocation)
        let header = lines.prefix { !$0.isEmpty }
        let names = header.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(Set(names).count == names.count, "each header once", sourceLocation: sourceLocation)
        #expect(header.allSatisfy { $0.contains { $0 != " " } }, sourceLocation: sourceLocation)
    }
}
