/// Base64 as mail carries it (RFC 2045 §6.8): everything outside the alphabet is skipped, missing padding is accepted.
enum Base64 {
    /// The decoded octets; `isClean` is false when octets outside the alphabet and white space were skipped, or the
    /// last group held a single letter.
    static func decode(
        _ source: UnsafeBufferPointer<UInt8>, padding: Base64Decoder.Padding = .ends
    ) -> (bytes: [UInt8], isClean: Bool) {
        var decoder = Base64Decoder(padding: padding)
        let room = Base64Decoder.room(for: source.count)
        let bytes = [UInt8](unsafeUninitializedCapacity: room) { target, written in
            written = decoder.decode(source, into: target)
            written += decoder.finish(into: UnsafeMutableBufferPointer(rebasing: target[written...]))
        }
        return (bytes, decoder.isClean)
    }

    /// The decoded octets in pieces that never exist at once; `sink` must not keep the pointer.
    static func decode(_ source: UnsafeBufferPointer<UInt8>, into sink: (UnsafeRawBufferPointer) -> Void) {
        let piece = Limits.decodedPieceOctets
        var decoder = Base64Decoder(padding: .ends)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Base64Decoder.room(for: piece)) { room in
            var position = 0
            while position < source.count {
                let end = min(position + piece, source.count)
                let written = decoder.decode(UnsafeBufferPointer(rebasing: source[position..<end]), into: room)
                if written > 0 { sink(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(room)[..<written])) }
                position = end
            }
            let written = decoder.finish(into: room)
            if written > 0 { sink(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(room)[..<written])) }
        }
    }

    /// The encoded form, on one line.
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let second = index + 1 < bytes.count ? bytes[index + 1] : 0
            let third = index + 2 < bytes.count ? bytes[index + 2] : 0
            out.append(alphabet[Int(bytes[index] >> 2)])
            out.append(alphabet[Int((bytes[index] & 3) << 4 | second >> 4)])
            out.append(index + 1 < bytes.count ? alphabet[Int((second & 15) << 2 | third >> 6)] : .equals)
            out.append(index + 2 < bytes.count ? alphabet[Int(third & 63)] : .equals)
            index += 3
        }
        return out
    }
}
