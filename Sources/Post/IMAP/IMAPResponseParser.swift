internal import Foundation

/// Cuts the bytes of an IMAP server into replies, whatever the pieces they arrive in. Total, bounded, on bytes.
///
/// Literals are counted, never looked into: no mail can end a reply, however much it looks like one. Each literal is
/// copied once, into the array that becomes the message.
struct IMAPResponseParser {
    private enum State {
        case line
        case literal(remaining: Int)
        /// A literal too large to keep.
        case skipping(remaining: Int)
    }

    private let messageBytes: Int
    private var state = State.line
    private var line: [UInt8] = []
    private var literal: [UInt8] = []
    /// Present while a reply with literals is under way.
    private var builder: IMAPValueBuilder?
    private var literals = 0

    init(messageBytes: Int = Limits.messageBytes) {
        self.messageBytes = messageBytes
    }

    mutating func feed(_ chunk: [UInt8]) throws(IMAPViolation) -> [IMAPResponse] {
        var replies: [IMAPResponse] = []
        var violation: IMAPViolation?
        chunk.withUnsafeBytes { bytes in
            do throws(IMAPViolation) {
                try feed(bytes, &replies)
            } catch {
                violation = error
            }
        }
        if let violation { throw violation }
        return replies
    }

    private mutating func feed(
        _ chunk: UnsafeRawBufferPointer, _ replies: inout [IMAPResponse]
    ) throws(IMAPViolation) {
        var index = 0
        while index < chunk.count {
            let rest = UnsafeRawBufferPointer(rebasing: chunk[index...])
            switch state {
            case .line: index += try takeLine(rest, &replies)
            case .literal(let remaining):
                let count = min(remaining, rest.count)
                literal.append(contentsOf: UnsafeRawBufferPointer(rebasing: rest[..<count]))
                index += count
                state = .literal(remaining: remaining - count)
                if count == remaining { endLiteral() }
            case .skipping(let remaining):
                let count = min(remaining, rest.count)
                index += count
                state = count == remaining ? .line : .skipping(remaining: remaining - count)
            }
        }
    }

    /// Takes bytes up to and with the next LF, or all of them; answers how many.
    private mutating func takeLine(
        _ rest: UnsafeRawBufferPointer, _ replies: inout [IMAPResponse]
    ) throws(IMAPViolation) -> Int {
        guard let base = rest.baseAddress, let found = memchr(base, 0x0A, rest.count) else {
            guard line.count + rest.count <= Limits.lineBytes else { throw .lineTooLong }
            line.append(contentsOf: rest)
            return rest.count
        }
        let count = UnsafeRawPointer(found) - base
        guard line.count + count <= Limits.lineBytes else { throw .lineTooLong }
        if line.isEmpty {
            try endLine(UnsafeRawBufferPointer(rebasing: rest[..<count]), &replies)
        } else {
            line.append(contentsOf: UnsafeRawBufferPointer(rebasing: rest[..<count]))
            let whole = line
            line.removeAll(keepingCapacity: true)
            var violation: IMAPViolation?
            whole.withUnsafeBytes { bytes in
                do throws(IMAPViolation) { try endLine(bytes, &replies) } catch { violation = error }
            }
            if let violation { throw violation }
        }
        return count + 1
    }

    private mutating func endLine(
        _ bytes: UnsafeRawBufferPointer, _ replies: inout [IMAPResponse]
    ) throws(IMAPViolation) {
        let hasReturn = bytes.last == 0x0D
        var fragment = hasReturn ? UnsafeRawBufferPointer(rebasing: bytes.dropLast()) : bytes
        if builder == nil {
            guard fragment.count >= 2, fragment[0] == 0x2A, fragment[1] == 0x20 else {
                replies.append(Self.taggedOrContinuation(fragment))
                return
            }
            fragment = UnsafeRawBufferPointer(rebasing: fragment[2...])
            // The text of a status is for people and may end in `{5}` without meaning it.
            if let status = Self.status(fragment) {
                replies.append(.untagged(status))
                return
            }
        }
        var values = builder ?? IMAPValueBuilder()
        let announced = Self.announcement(fragment)
        values.read(announced.map { UnsafeRawBufferPointer(rebasing: fragment[..<$0.start]) } ?? fragment)
        guard let announced else {
            builder = nil
            literals = 0
            replies.append(values.values.map(IMAPResponse.init(untagged:)) ?? .unreadable)
            return
        }
        guard !values.endedInQuotes else { throw .ambiguousLiteral }
        literals += 1
        guard literals <= Limits.literalsPerReply else { throw .tooManyLiterals }
        try begin(announced.count, &values)
        builder = values
    }

    private mutating func begin(_ count: Int, _ values: inout IMAPValueBuilder) throws(IMAPViolation) {
        guard count <= Limits.skippedBytes else { throw .literalTooLarge }
        if count > messageBytes {
            values.append(.oversized(count))
            state = .skipping(remaining: count)
        } else if count == 0 {
            values.append(.string([]))
        } else {
            literal = []
            literal.reserveCapacity(count)
            state = .literal(remaining: count)
        }
    }

    private mutating func endLiteral() {
        builder?.append(.string(literal))
        literal = []
        state = .line
    }

    /// `{12}`, `{12+}` or `~{12}` at the end of a line (RFC 3501 §4.3, RFC 7888, RFC 3516 §4.2).
    private static func announcement(_ line: UnsafeRawBufferPointer) -> (start: Int, count: Int)? {
        guard line.last == 0x7D else { return nil }
        var index = line.count - 2
        if index >= 0, line[index] == 0x2B { index -= 1 }
        let end = index + 1
        while index >= 0, ASCII.isDigit(line[index]) { index -= 1 }
        guard index >= 0, line[index] == 0x7B, index + 1 < end else { return nil }
        // Too many digits are a length nobody can mean; the caller refuses it as too large.
        let count = ASCII.number(line[(index + 1)..<end]).map { Int(clamping: $0) } ?? Int.max
        let start = index > 0 && line[index - 1] == 0x7E ? index - 1 : index
        return (start, count)
    }

    private static func status(_ line: UnsafeRawBufferPointer) -> IMAPStatus? {
        let end = line.prefix(8).firstIndex(of: 0x20) ?? min(8, line.count)
        return IMAPStatus.kind(of: line[..<end]).map { IMAPStatus(kind: $0, text: line[end...]) }
    }

    private static func taggedOrContinuation(_ line: UnsafeRawBufferPointer) -> IMAPResponse {
        if line.first == 0x2B { return .continuation }
        guard let space = line.firstIndex(of: 0x20), space > 0, space + 1 < line.count,
            let status = status(UnsafeRawBufferPointer(rebasing: line[(space + 1)...])),
            [.ok, .no, .bad].contains(status.kind)
        else { return .unreadable }
        return .tagged(tag: [UInt8](line[..<space]), status)
    }
}
