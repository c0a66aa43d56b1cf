import Foundation
import Testing

@testable import ticketd

/// Reading what a domain's own web server says about its mail servers, total for anything it may say.
struct AutoconfigDocumentTests {
    static let document = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- made by hand -->
        <clientConfig version="1.1">
          <emailProvider id="example.com">
            <domain>example.com</domain>
            <displayName>Example &amp; Sons</displayName>
            <incomingServer type="pop3"><hostname>pop.example.net</hostname><port>995</port>
              <socketType>SSL</socketType></incomingServer>
            <incomingServer type='imap'>
              <hostname> Box.example.net </hostname><port>993</port><socketType>SSL</socketType>
              <authentication>password-cleartext</authentication><username>%EMAILADDRESS%</username>
            </incomingServer>
            <incomingServer type="imap"><hostname>plain.example.net</hostname><port>143</port>
              <socketType>plain</socketType></incomingServer>
            <outgoingServer type="smtp"><hostname>box.example.net</hostname><port>587</port>
              <socketType>STARTTLS</socketType><username>%EMAILLOCALPART%</username>
              <useGlobalPreferredServer/></outgoingServer>
          </emailProvider>
        </clientConfig>
        """

    @Test func `servers with TLS are read, others passed over`() throws {
        let document = try #require(AutoconfigDocument(Array(Self.document.utf8)))
        #expect(document.imap == [.init(url: "imaps://box.example.net:993", username: "%EMAILADDRESS%")])
        #expect(document.smtp == [.init(url: "smtp://box.example.net:587", username: "%EMAILLOCALPART%")])
    }

    @Test(
        arguments: [
            "", "<html><body>Not found<br></body></html>", "<a>", "<a></b>", "<a", "<a b=c></a>", "<a b='c></a>",
            "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "<a><![CDATA[x]]></a>", "</a>", "<a/><", "<a/></a>",
            "<clientConfig><incomingServer type=\"imap\"><hostname>a b</hostname><port>1</port>"
                + "<socketType>SSL</socketType></incomingServer></clientConfig>",
            "<clientConfig><incomingServer type=\"imap\"><hostname>a</hostname><port>70000</port>"
                + "<socketType>SSL</socketType></incomingServer></clientConfig>",
        ])
    func `what is no such document is none`(text: String) {
        #expect(AutoconfigDocument(Array(text.utf8)) == nil)
    }

    @Test func `depth, number and length are bounded`() {
        let deep = String(repeating: "<a>", count: 17) + String(repeating: "</a>", count: 17)
        #expect(MarkupReader.events(Array(deep.utf8)) == nil)
        let many = "<a>" + String(repeating: "<b/>", count: 500) + "</a>"
        #expect(MarkupReader.events(Array(many.utf8)) == nil)
        #expect(MarkupReader.events(Array(repeating: 0x20, count: 65 << 10)) == nil)
    }

    @Test func `any cut and any changed octet is survived`() {
        let good = Array(Self.document.utf8)
        for count in good.indices { _ = AutoconfigDocument(Array(good[..<count])) }
        for index in good.indices {
            for value: UInt8 in [0, 0x22, 0x26, 0x2F, 0x3C, 0x3E, 0xFF] {
                var bytes = good
                bytes[index] = value
                _ = AutoconfigDocument(bytes)
            }
        }
    }
}
