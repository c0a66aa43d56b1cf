/// What a name server answered (RFC 1035 §4). Reading is total: any octets give a reply or none, never a trap, and
/// take no more steps than there are octets.
struct NameReply: Hashable, Sendable {
    enum Verdict: Hashable, Sendable {
        /// With or without records.
        case found
        /// NXDOMAIN.
        case noSuchName
        /// SERVFAIL, REFUSED and whatever else is no answer.
        case failed
    }

    let verdict: Verdict
    /// There is more than a datagram holds; ask again over TCP.
    let isCut: Bool
    /// Those of the type that was asked for.
    let records: [NameRecord]

    /// Nil when these octets do not answer this question.
    init?(_ bytes: [UInt8], to question: NameQuestion) {
        var reader = NameReader(bytes)
        guard let id = reader.number(), id == question.id, let flags = reader.number(), flags & 0x8000 != 0,
            let questions = reader.number(), questions == 1, let answers = reader.number(), reader.skip(4),
            let name = reader.name(), name == question.name.text, reader.number() == question.type.rawValue,
            reader.number() == 1
        else { return nil }
        isCut = flags & 0x0200 != 0
        switch flags & 0x000F {
        case 0: verdict = .found
        case 3: verdict = .noSuchName
        default: verdict = .failed
        }
        var records: [NameRecord] = []
        for _ in 0..<min(Int(answers), NamingLimits.records) {
            guard let (type, length) = reader.recordHead() else { break }
            // Aliases stand among the answers with what they lead to; the resolver has followed them.
            if type == question.type.rawValue, let record = reader.record(question.type, length: length) {
                records.append(record)
            }
            guard reader.skip(length) else { break }
        }
        self.records = verdict == .found ? records : []
    }
}

/// Reads the parts of a message in order, never beyond its end.
private struct NameReader {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func skip(_ count: Int) -> Bool {
        guard count <= bytes.count - offset else { return false }
        offset += count
        return true
    }

    mutating func number() -> UInt16? {
        guard bytes.count - offset >= 2 else { return nil }
        defer { offset += 2 }
        return UInt16(bytes[offset]) << 8 | UInt16(bytes[offset + 1])
    }

    mutating func name() -> String? {
        guard let (text, end) = Self.name(in: bytes, at: offset) else { return nil }
        offset = end
        return text
    }

    /// Owner, type, class, time to live and length; nil when it does not fit or is not of the Internet.
    mutating func recordHead() -> (type: UInt16, length: Int)? {
        guard name() != nil, let type = number(), number() != nil, skip(4), let length = number(),
            Int(length) <= bytes.count - offset
        else { return nil }
        return (type, Int(length))
    }

    /// Looks at the next `length` octets without moving on.
    func record(_ type: NameRecordType, length: Int) -> NameRecord? {
        var inner = self
        switch type {
        case .address: return length == 4 ? .address : nil
        case .longAddress: return length == 16 ? .address : nil
        case .exchanger:
            guard let preference = inner.number(), let host = inner.name() else { return nil }
            return .exchanger(preference: preference, host: host)
        case .text: return .text(inner.strings(length: length))
        case .service:
            guard let priority = inner.number(), let weight = inner.number(), let port = inner.number(),
                let target = inner.name()
            else { return nil }
            return .service(ServiceRecord(priority: priority, weight: weight, port: port, target: target))
        }
    }

    /// RFC 1035 §3.3.14: strings of at most 255 octets, each after its length.
    private func strings(length: Int) -> String {
        var text: [UInt8] = []
        var place = offset
        let end = offset + length
        while place < end {
            let next = min(end, place + 1 + Int(bytes[place]))
            text += bytes[(place + 1)..<next]
            place = next
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// RFC 1035 §4.1.4: a pointer leads to an earlier place. Each one must lead further back than the last, so that
    /// reading ends.
    private static func name(in bytes: [UInt8], at start: Int) -> (text: String, end: Int)? {
        var labels: [String] = []
        var (place, octets) = (start, 1)
        var (end, floor): (Int?, Int) = (nil, start)
        for _ in 0..<(2 * NamingLimits.pointers + 1) {
            guard place < bytes.count else { return nil }
            let length = Int(bytes[place])
            switch length {
            case 0: return (labels.joined(separator: ".").lowercased(), end ?? place + 1)
            case 1...NamingLimits.labelOctets:
                octets += length + 1
                guard octets <= NamingLimits.nameOctets, length < bytes.count - place else { return nil }
                labels.append(String(decoding: bytes[(place + 1)...(place + length)], as: UTF8.self))
                place += length + 1
            case 0xC0...0xFF:
                guard place + 1 < bytes.count else { return nil }
                let target = (length & 0x3F) << 8 | Int(bytes[place + 1])
                guard target < floor else { return nil }
                if end == nil { end = place + 2 }
                (place, floor) = (target, target)
            default: return nil
            }
        }
        return nil
    }
}
