/// What lies between libcurl's login and the answer to our first command: bytes of which only our own tag makes sense.
///
/// Looks for a line that starts with the tag; lines before it are read singly, without literals, and only an untagged
/// CAPABILITY or BYE among them counts.
struct IMAPLeftover {
    enum Progress: Equatable {
        case more
        case tooLong
        case bye
        /// `rest` is what followed the tagged line.
        case answered(IMAPStatus, capabilities: Set<String>, rest: [UInt8])
    }

    private let tag: [UInt8]
    private var line: [UInt8] = []
    private var capabilities: Set<String> = []
    private var count = 0

    init(tag: [UInt8]) {
        self.tag = tag
    }

    mutating func feed(_ bytes: [UInt8]) -> Progress {
        for (index, byte) in bytes.enumerated() {
            count += 1
            guard count <= Limits.leftoverBytes else { return .tooLong }
            line.append(byte)
            guard byte == 0x0A else { continue }
            let whole = line
            line = []
            if whole.starts(with: tag + [0x20]) {
                let words = whole.dropFirst(tag.count + 1).filter { $0 > 0x0D }
                let word = words.prefix { $0 != 0x20 }
                guard let kind = IMAPStatus.kind(of: word) else { continue }
                let status = IMAPStatus(kind: kind, text: words.dropFirst(word.count))
                if case .capability(let names) = status.code { capabilities = names }
                return .answered(status, capabilities: capabilities, rest: Array(bytes[(index + 1)...]))
            }
            if read(whole) { return .bye }
        }
        return .more
    }

    /// True at BYE.
    private mutating func read(_ line: [UInt8]) -> Bool {
        // A line that announces a literal would swallow what follows: it cannot be one we look for.
        var parser = IMAPResponseParser(messageBytes: 0)
        do throws(IMAPViolation) {
            switch try parser.feed(line).first {
            case .capability(let names): capabilities = names
            case .untagged(let status): return status.kind == .bye
            default: break
            }
        } catch {
            return false
        }
        return false
    }
}
