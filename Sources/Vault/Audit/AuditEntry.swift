/// One entry of the audit log, in the one spelling that is chained (gdpr.md B11). It holds ids, codes and counts;
/// no address, name, subject or free text has a way in, so it outlives an erasure and tells nothing then.
package struct AuditEntry: Hashable, Sendable {
    /// A value that cannot carry a person's words.
    package enum Detail: Hashable, Sendable {
        /// Within ±2^53, the integers that every JSON reader understands (RFC 8785 §3.2.2.3).
        case count(Int64)
        case id(ObjectID)
        /// A word of ours: lower-case letters, digits, dots, dashes, underscores, colons.
        case code(String)
    }

    /// Counts from 1 without gaps.
    package let sequence: UInt64
    /// Since 1970.
    package let milliseconds: UInt64
    /// A dotted word of ours, as `dsr.erasure.completed`.
    package let event: String
    package let object: ObjectID
    /// Canonical JSON (RFC 8785), at most 512 bytes.
    package let details: [UInt8]

    /// Refuses an event or a detail that is not a word of ours, and details that are too long.
    package init?(
        sequence: UInt64, milliseconds: UInt64, event: String, object: ObjectID, details: [String: Detail] = [:]
    ) {
        guard let json = Self.canonical(details) else { return nil }
        self.init(sequence: sequence, milliseconds: milliseconds, event: event, object: object, stored: json)
    }

    /// An entry read back. Its details are only measured; whether they are what was written, the chain tells.
    package init?(sequence: UInt64, milliseconds: UInt64, event: String, object: ObjectID, stored details: [UInt8]) {
        guard Self.isWord(event), details.count <= Limits.auditDetailBytes else { return nil }
        self.sequence = sequence
        self.milliseconds = milliseconds
        self.event = event
        self.object = object
        self.details = details
    }

    /// LP(u64be sequence) LP(u64be ms) LP(event) LP(object) LP(details)
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(52 + event.utf8.count + details.count)
        func append(_ part: some Collection<UInt8>) {
            withUnsafeBytes(of: UInt32(truncatingIfNeeded: part.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: part)
        }
        withUnsafeBytes(of: sequence.bigEndian) { append($0) }
        withUnsafeBytes(of: milliseconds.bigEndian) { append($0) }
        append(event.utf8)
        append(object.bytes)
        append(details)
        return bytes
    }

    /// Sorted keys, no blanks. Nothing needs escaping because a word holds nothing that would.
    private static func canonical(_ details: [String: Detail]) -> [UInt8]? {
        var parts: [String] = []
        for (name, detail) in details.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            guard isWord(name) else { return nil }
            switch detail {
            case .count(let count):
                guard count.magnitude <= 1 << 53 else { return nil }
                parts.append("\"\(name)\":\(count)")
            case .id(let id): parts.append("\"\(name)\":\"\(id.hex)\"")
            case .code(let code):
                guard isWord(code) else { return nil }
                parts.append("\"\(name)\":\"\(code)\"")
            }
        }
        return Array("{\(parts.joined(separator: ","))}".utf8)
    }

    private static func isWord(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= Limits.auditEventBytes
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
                case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"): true
                default: false
                }
            }
    }
}
