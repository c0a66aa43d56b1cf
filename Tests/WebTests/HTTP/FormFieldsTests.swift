import Testing
import Web

struct FormFieldsTests {
    @Test(arguments: [
        ("a=1&b=2", ["a": "1", "b": "2"]), ("a=%C3%A4+x", ["a": "ä x"]), ("a", ["a": ""]), ("a=b=c", ["a": "b=c"]),
        ("&&a=1&&", ["a": "1"]), ("", [:]),
    ])
    func `a form says its fields`(text: String, expected: [String: String]) {
        let fields = FormFields(urlEncoded: Array(text.utf8))?.fields ?? []
        #expect(Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }) == expected)
    }

    @Test func `what is cut, mutilated or too much is no form and no trap`() {
        let form = Array("a=%C3%A4&b=2".utf8)
        for end in form.indices { _ = FormFields(urlEncoded: Array(form[..<end])) }
        let part = Array(
            ("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n2\r\n--x--")
                .utf8)
        let type = "multipart/form-data; boundary=x"
        #expect(FormFields(multipart: part, contentType: type)?.fields.map(\.value) == ["1", "2"])
        for end in part.indices where end < part.count - 2 {
            #expect(FormFields(multipart: Array(part[..<end]), contentType: type) == nil)
        }
        for index in part.indices {
            for byte in [0x00, 0x0A, 0x0D, 0x22, 0x2D, 0x3A, 0x3B, 0xFF] as [UInt8] {
                var changed = part
                changed[index] = byte
                _ = FormFields(multipart: changed, contentType: type)
                _ = FormFields(urlEncoded: changed)
            }
        }
        #expect(FormFields(urlEncoded: Array(repeating: 0x26, count: 8 * 1024 + 1)) == nil)
        #expect(FormFields(urlEncoded: Array(String(repeating: "a=1&", count: 17).utf8)) == nil)
        #expect(FormFields(urlEncoded: Array(repeating: 0x61, count: 1025)) == nil)
        for type in [
            "", ";", "multipart/form-data; boundary", "multipart/form-data; boundary=\"\"",
            "x; boundary=" + String(repeating: "b", count: 71),
        ] {
            #expect(FormFields(multipart: part, contentType: type) == nil)
        }
    }
}
