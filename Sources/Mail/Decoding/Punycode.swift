/// Punycode (RFC 3492), the encoding half: comparing domains needs no other.
enum Punycode {
    /// The encoded label without its prefix; `nil` when a value would overflow (RFC 3492 §6.4).
    static func encode(_ label: Substring) -> String? {
        let input = label.unicodeScalars.map(\.value)
        guard input.count <= Limits.domainOctets else { return nil }
        var out = input.filter { $0 < 0x80 }.map { UInt8($0) }
        let basic = out.count
        if basic > 0 { out.append(.dash) }
        var state = Progress(handled: basic)
        while state.handled < input.count {
            guard let next = input.filter({ $0 >= state.codePoint }).min() else { return nil }
            let (step, overflow) = (next &- state.codePoint).multipliedReportingOverflow(by: UInt32(state.handled + 1))
            guard !overflow else { return nil }
            let (delta, wrapped) = state.delta.addingReportingOverflow(step)
            guard !wrapped else { return nil }
            state.delta = delta
            state.codePoint = next
            for value in input {
                if value < next { state.delta &+= 1 }
                guard value == next else { continue }
                appendInteger(state.delta, bias: state.bias, to: &out)
                state.bias = adapt(state.delta, count: UInt32(state.handled + 1), first: state.handled == basic)
                state.delta = 0
                state.handled += 1
            }
            state.delta &+= 1
            state.codePoint &+= 1
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The running values of RFC 3492 §6.3, at their initial values of §5.
    private struct Progress {
        var handled: Int
        var codePoint: UInt32 = 0x80
        var delta: UInt32 = 0
        var bias: UInt32 = 72
    }

    private static func appendInteger(_ value: UInt32, bias: UInt32, to out: inout [UInt8]) {
        var rest = value
        var position: UInt32 = 36
        while true {
            let threshold = position <= bias ? 1 : min(position - bias, 26)
            if rest < threshold { break }
            out.append(digit(threshold + (rest - threshold) % (36 - threshold)))
            rest = (rest - threshold) / (36 - threshold)
            position += 36
        }
        out.append(digit(rest))
    }

    private static func digit(_ value: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: value < 26 ? value + 0x61 : value - 26 + 0x30)
    }

    /// RFC 3492 §6.1.
    private static func adapt(_ delta: UInt32, count: UInt32, first: Bool) -> UInt32 {
        var rest = first ? delta / 700 : delta / 2
        rest += rest / count
        var steps: UInt32 = 0
        while rest > 455 {
            rest /= 35
            steps += 36
        }
        return steps + 36 * rest / (rest + 38)
    }
}
