internal import Glibc

/// glibc's iconv as a total function: octets that do not fit become U+FFFD, one for each, and the work goes on.
enum Converter {
    /// `nil` when this system has no such converter.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, from name: String) -> (text: String, isClean: Bool)? {
        guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(handle) }
        Steps.add(bytes.count)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 2 + 16)
        let isClean = convert(bytes, with: handle, into: &out)
        return (String(decoding: out, as: UTF8.self), isClean)
    }

    private static let chunk = 16 * 1_024

    /// Every round consumes at least one octet or writes at least one, so the number of rounds is bounded.
    private static func convert(
        _ bytes: UnsafeBufferPointer<UInt8>, with handle: iconv_t, into out: inout [UInt8]
    ) -> Bool {
        guard let base = bytes.baseAddress else { return true }
        var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: base)
            .assumingMemoryBound(to: CChar.self)
        var inputLeft = bytes.count
        var isClean = true
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: chunk) { room in
            while true {
                var output = room.baseAddress
                var outputLeft = room.count
                let before = inputLeft
                let result = iconv(handle, &input, &inputLeft, &output, &outputLeft)
                let failure = result == -1 ? errno : 0
                let written = room.count - outputLeft
                out.append(contentsOf: UnsafeRawBufferPointer(start: room.baseAddress, count: written))
                if failure == 0 { break }
                if failure == E2BIG && (written > 0 || inputLeft < before) { continue }
                // An octet that does not fit, or a character cut off by the end.
                isClean = false
                out.append(contentsOf: [0xEF, 0xBF, 0xBD])
                guard failure == EILSEQ, inputLeft > 1 else { break }
                input = input?.advanced(by: 1)
                inputLeft -= 1
            }
            // Stateful converters hold characters back until they are told that no more comes.
            var output = room.baseAddress
            var outputLeft = room.count
            _ = iconv(handle, nil, nil, &output, &outputLeft)
            out.append(contentsOf: UnsafeRawBufferPointer(start: room.baseAddress, count: room.count - outputLeft))
        }
        return isClean
    }
}
