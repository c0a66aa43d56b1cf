#if canImport(Mail)
    @testable import Mail
#endif

/// The ways into the room for octets of strangers, each with what must hold whatever comes.
///
/// `scripts/fuzz` gives them to libFuzzer; the tests replay a fixed stream of mutations and every input that once broke
/// something. Built by libFuzzer together with the sources, as one module, therefore the condition above.
enum FuzzTarget: String, CaseIterable, Sendable {
    case message, header, address, date, contentType, charset, html, tnef, quotes

    func run(_ bytes: [UInt8]) {
        switch self {
        case .message: Self.readAll(bytes)
        case .header: Self.readAll(Array("Subject: ".utf8) + bytes + Array("\nReferences: ".utf8) + bytes)
        case .address: Self.readAddresses(bytes)
        case .date: Self.readDate(bytes)
        case .contentType: Self.readType(bytes)
        case .charset: Self.readText(bytes)
        case .html: Self.readAll(Array("Content-Type: text/html\n\n".utf8) + bytes)
        case .tnef:
            // Without its signature nothing is read at all.
            let head = "Content-Type: application/ms-tnef\nContent-Transfer-Encoding: binary\n\n"
            Self.readAll(Array(head.utf8) + [0x78, 0x9F, 0x3E, 0x22] + bytes)
        case .quotes: _ = QuoteFolding(String(decoding: bytes, as: UTF8.self)).written
        }
    }

    private static func readAll(_ bytes: [UInt8]) {
        let limits = Limits.standard
        let message = MessageParser().parse(bytes)
        precondition(message.bytes == bytes, "a message keeps its octets")
        let leaves = message.leaves
        precondition(leaves.count <= limits.parts, "leaves are bounded")
        for leaf in leaves {
            precondition(leaf.bodyRange.upperBound <= leaf.bytes.count, "a body lies inside its message")
            var count = 0
            message.decode(leaf) { count += $0.count }
            precondition(count == message.decodedBytes(of: leaf).count, "pieces are the whole")
            _ = message.decodedText(of: leaf)
        }
        for attachment in message.attachments { checkName(attachment.filename) }
        for file in message.unpackedFiles { checkName(file.filename) }
        precondition(message.references.count <= limits.messageIDs, "identifiers are bounded")
        let text = message.readableText().text
        precondition(text.utf8.count <= Limits.readableOctets, "readable text is bounded")
        precondition(!text.utf8.contains(.nul), "readable text can be shown")
        for name in message.headerNames.prefix(20) { _ = message.headers(name) }
        message.identityContent { _ in }
        _ = message.authentication(trusting: "postoffice.test")
        precondition(!LeavesReport(id: "x", message: message).json.contains(.lf), "a report is one line")
        precondition(!ParseReport(message: message, sha256: { _ in "" }).json.contains(.lf), "a report is one line")
        for inner in MboxReader(bytes) { precondition(inner.count <= bytes.count, "a mailbox holds what is in it") }
    }

    /// RFC 5321 §4.1.2: what may be written into an envelope cannot end it.
    private static func readAddresses(_ bytes: [UInt8]) {
        let found = AddressParser.parse(bytes)
        precondition(found.count <= Limits.standard.addresses, "addresses are bounded")
        for address in found {
            guard let email = address.email else { continue }
            let isSafe = email.text.utf8.allSatisfy { $0 > .space && $0 != .lessThan && $0 != .greaterThan }
            precondition(isSafe || email.localPart.hasPrefix("\""), "an address cannot end a command")
            precondition(EmailAddress(email.text) == email, "an address reads as itself")
            precondition(!email.normalized.isEmpty, "an address has a normal form")
        }
    }

    private static func readDate(_ bytes: [UInt8]) {
        guard let seconds = DateParser.seconds(bytes) else { return }
        precondition(Timestamp.text(seconds).utf8.count >= 20, "a date can be written")
    }

    private static func readType(_ bytes: [UInt8]) {
        let value = bytes.map { $0 == .lf ? UInt8.space : $0 }
        let head = Array("Content-Type: ".utf8) + value + Array("\nContent-Disposition: attachment; ".utf8) + value
        let message = MessageParser().parse(head + Array("\n\n--a\n\nbody\n".utf8))
        for leaf in message.leaves {
            let type = leaf.contentType
            precondition(!type.type.isEmpty && !type.subtype.isEmpty, "a type has both its halves")
            _ = (type.charset, type.boundary, type.parameter("name"), leaf.contentID)
            checkName(leaf.filename.flatMap { FileName.cleaned($0) })
        }
    }

    /// The first octet chooses the charset.
    private static func readText(_ bytes: [UInt8]) {
        let labels = [
            "utf-8", "us-ascii", "utf-7", "utf-16", "utf-16le", "utf-32", "iso-2022-jp", "iso-2022-kr", "hz-gb-2312",
            "gb18030", "big5", "euc-kr", "euc-jp", "shift_jis", "koi8-r", "windows-1251", "iso-8859-8-i",
            "nobody-knows",
        ]
        let label = Array(labels[Int(bytes.first ?? 0) % labels.count].utf8)
        bytes.dropFirst().withContiguousStorageIfAvailable { content in
            label.withUnsafeBufferPointer { label in
                let text = TextDecoder.decode(content, label: label, .guessed).text
                // Two octets of JIS X 0212 are three of EUC, and each may become U+FFFD, which has three.
                precondition(text.utf8.count <= content.count * 5 + 16, "text does not explode")
            }
        }
    }

    private static func checkName(_ name: String?) {
        guard let name else { return }
        precondition(!name.isEmpty && name != "." && name != "..", "a file name is one")
        precondition(!name.utf8.contains { $0 < .space || $0 == .slash || $0 == .backslash }, "a name is no path")
    }
}
