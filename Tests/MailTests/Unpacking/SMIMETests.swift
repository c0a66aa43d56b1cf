import Testing

@testable import Mail

/// What S/MIME only signs is readable by everybody; what it encrypts is said to be.
@Suite struct SMIMETests {
    static let entity =
        "Content-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\n\r\nThe cups are broken.\r\n--i\r\n"
        + "Content-Type: application/pdf; name=bill.pdf\r\n\r\n%PDF\r\n--i--\r\n"

    static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let count = content.count
        let length: [UInt8] =
            count < 0x80 ? [UInt8(count)] : [0x82, UInt8(count >> 8), UInt8(count & 0xFF)]
        return [tag] + length + content
    }

    /// The same without a length, as software that streams writes it.
    static func streamed(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] { [tag, 0x80] + content + [0, 0] }

    static let data: [UInt8] = [0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 1]

    static func pkcs7(_ number: UInt8) -> [UInt8] { Array(data.dropLast()) + [number] }

    static let signed: [UInt8] = {
        let content = value(0x30, data + value(0xA0, value(0x04, Array(entity.utf8))))
        let body = value(0x30, [0x02, 1, 1] + value(0x31, value(0x30, [0x05, 0])) + content + value(0x31, []))
        return value(0x30, pkcs7(2) + value(0xA0, body))
    }()

    static let streamedSigned: [UInt8] = {
        let halves = [Array(entity.utf8.prefix(50)), Array(entity.utf8.dropFirst(50))]
        let octets = streamed(0x24, halves.flatMap { value(0x04, $0) })
        let content = streamed(0x30, data + streamed(0xA0, octets))
        let body = streamed(0x30, [0x02, 1, 1] + value(0x31, []) + content)
        return streamed(0x30, pkcs7(2) + streamed(0xA0, body))
    }()

    static func message(_ content: [UInt8]) -> Message {
        MessageParser().parse(
            Array("From: a@b.example\r\nContent-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\n".utf8) + content)
    }

    @Test(arguments: [signed, streamedSigned])
    func `a signed message is read without its envelope`(content: [UInt8]) {
        let message = Self.message(content)
        let read = message.readableText()
        #expect(read.text == ForeignNotes.signedSMIME + "\n\nThe cups are broken.")
        #expect(read.defects == [.signatureNotChecked])
        #expect(message.unpackedFiles.map(\.filename) == ["bill.pdf"])
        #expect(message.unpackedFiles.map { String(decoding: $0.bytes, as: UTF8.self) } == ["%PDF"])
        #expect(message.attachments.map(\.filename) == ["smime.p7m"])
    }

    @Test func `an encrypted message is said to be one`() {
        for number: UInt8 in [3, 4, 6] {
            let message = Self.message(Self.value(0x30, Self.pkcs7(number) + Self.value(0xA0, [0x30, 0])))
            #expect(message.readableText().text == ForeignNotes.encryptedSMIME)
            #expect(message.readableText().defects == [.encryptedContent])
        }
        #expect(SMIME.kind(of: Self.value(0x30, Self.pkcs7(1))) == .other)
        #expect(SMIME.kind(of: []) == .other)
    }

    @Test func `an envelope in an envelope is opened a bounded number of times`() {
        var content = Array(Self.entity.utf8)
        for _ in 0..<40 {
            let head = Array("Content-Type: application/pkcs7-mime\r\n\r\n".utf8)
            let inner = Self.value(0x30, Self.data + Self.value(0xA0, Self.value(0x04, content)))
            let body = Self.value(0x30, [0x02, 1, 1] + Self.value(0x31, []) + inner)
            content = head + Self.value(0x30, Self.pkcs7(2) + Self.value(0xA0, body))
        }
        let text = MessageParser().parse(content).readableText().text
        #expect(text.split(separator: "\n").count < 8)
        #expect(text.hasPrefix(ForeignNotes.signedSMIME))
    }

    @Test func `a container cut or changed anywhere is read without a fault`() {
        for sample in [Self.signed, Self.streamedSigned] {
            for count in 0..<sample.count {
                _ = SMIME.kind(of: Array(sample.prefix(count)))
                for change: UInt8 in [0xFF, 0x80, 0x01] {
                    var changed = sample
                    changed[count] ^= change
                    _ = SMIME.kind(of: changed)
                }
            }
        }
        _ = SMIME.kind(of: [UInt8](repeating: 0x30, count: 4) + [UInt8](repeating: 0x80, count: 100_000))
        _ = SMIME.kind(of: (0..<100_000).flatMap { _ -> [UInt8] in [0x30, 0x80] })
    }
}
