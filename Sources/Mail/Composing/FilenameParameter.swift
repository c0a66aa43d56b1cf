/// A file name in Content-Disposition, both ways: a quoted ASCII fallback for old readers and RFC 2231 for the rest.
enum FilenameParameter {
    static func pieces(for filename: String) -> [String] {
        let fallback = asciiFallback(of: filename)
        let quoted = "filename=" + String(decoding: HeaderWriter.quotedString(fallback), as: UTF8.self)
        guard fallback != filename else { return [quoted] }
        let pieces = extended(filename)
        return [quoted + ";"] + pieces.dropLast().map { $0 + ";" } + pieces.suffix(1)
    }

    /// What is not plain ASCII becomes `_`, and so does what a header reader could trip over.
    private static func asciiFallback(of filename: String) -> String {
        var fallback = String.UnicodeScalarView()
        for scalar in filename.unicodeScalars {
            let isPlain = scalar.value >= 0x20 && scalar.value < 0x7F && scalar != "\"" && scalar != "\\"
            fallback.append(isPlain ? scalar : "_")
        }
        let text = String(fallback)
        return EncodedWord.isNeeded(for: text) ? String(text.map { $0 == "?" || $0 == "=" ? "_" : $0 }) : text
    }

    /// `filename*=utf-8''…` on one line, or its continuations (RFC 2231 §4.1), cut between characters.
    private static func extended(_ filename: String) -> [String] {
        let segments = filename.unicodeScalars.map { percentEncoded($0) }
        let whole = segments.joined()
        if whole.utf8.count <= Limits.filenameSegmentLength { return ["filename*=utf-8''" + whole] }
        var values: [String] = []
        var current = "utf-8''"
        for segment in segments {
            if current.utf8.count + segment.utf8.count > Limits.filenameSegmentLength {
                values.append(current)
                current = ""
            }
            current += segment
        }
        values.append(current)
        return values.enumerated().map { "filename*\($0)*=" + $1 }
    }

    private static func percentEncoded(_ scalar: Unicode.Scalar) -> String {
        // RFC 5987 §3.2.1 attr-char, the set every reader of RFC 2231 takes.
        if scalar.isASCII,
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "-._~".unicodeScalars
                    .contains(scalar)
        {
            return String(scalar)
        }
        var encoded: [UInt8] = []
        for byte in String(scalar).utf8 {
            encoded.append(UInt8(ascii: "%"))
            encoded.append(contentsOf: HexDigits.pair(byte))
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
