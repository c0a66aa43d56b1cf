/// The text of a mail inside `winmail.dat`: Outlook writes it as HTML, plain, or compressed RTF, often in one only.
struct TNEFBody {
    var plain: ArraySlice<UInt8> = []
    /// The code page of 8-bit text ([MS-OXTNEF] §2.1.3.3.2).
    var codepage: UInt32?
    private var wide: String?
    private var html: ArraySlice<UInt8> = []
    private var htmlCodepage: UInt32?
    private var compressedRTF: ArraySlice<UInt8> = []

    mutating func take(_ properties: TNEFProperties) {
        wide = properties.body
        if !properties.narrowBody.isEmpty { plain = properties.narrowBody }
        html = properties.html
        htmlCodepage = properties.codepage
        compressedRTF = properties.compressedRTF
    }

    /// The text, the most faithful form first; nil when the file holds none.
    var reading: ReadableText? {
        if let wide, wide.contains(where: { !$0.isWhitespace }) { return ReadableText(text: SafeText.visible(wide)) }
        if !html.isEmpty {
            let decoded = Self.decoded(html, htmlCodepage ?? codepage)
            return .ofHTML(decoded.text, decoded.defectSet)
        }
        let bare = plain.prefix { $0 != .nul }
        if bare.contains(where: { !$0.isBlank }) {
            let decoded = Self.decoded(bare, codepage)
            return ReadableText(text: SafeText.visible(decoded.text), defectSet: decoded.defectSet)
        }
        guard let rtf = CompressedRTF.expanded(compressedRTF) else { return nil }
        let text = RTFText(rtf)
        if let html = text.html { return .ofHTML(html) }
        return ReadableText(text: SafeText.visible(text.text))
    }

    /// Text of a Windows code page by its number.
    static func decoded(_ bytes: ArraySlice<UInt8>, _ codepage: UInt32?) -> DecodedText {
        bytes.withUnsafeBufferPointer { bytes in
            guard let codepage else { return TextDecoder.decode(bytes, label: nil, .guessed) }
            return Array(Codepage.label(codepage).utf8).withUnsafeBufferPointer {
                TextDecoder.decode(bytes, label: $0, .guessed)
            }
        }
    }
}
