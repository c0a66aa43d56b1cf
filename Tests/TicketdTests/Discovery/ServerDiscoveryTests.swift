import Curl
import Desk
import Foundation
import Synchronization
import Testing

@testable import ticketd

/// Finding the servers of a domain, on a network made of three functions.
struct ServerDiscoveryTests {
    /// Everything there is, and everybody who was asked.
    final class PaperNetwork: Sendable {
        let records: [String: [NameRecord]]
        let pages: [String: String]
        let servers: Set<String>
        let asked = Mutex<[String]>([])

        init(_ records: [String: [NameRecord]], pages: [String: String] = [:], servers: Set<String>) {
            self.records = records
            self.pages = pages
            self.servers = servers
        }

        func find(_ domain: String) async -> ServerDiscovery.Result {
            await ServerDiscovery(
                naming: Naming { type, name async throws(Naming.Unanswered) in
                    self.asked.withLock { $0.append("\(type) \(name.text)") }
                    guard let all = self.records[name.text] else { return [] }
                    return all.filter { Self.type(of: $0) == type }
                },
                fetch: { url in
                    self.asked.withLock { $0.append(url) }
                    return self.pages[url].map { Array($0.utf8) }
                },
                connect: { url in
                    self.asked.withLock { $0.append(url) }
                    return self.servers.contains(url) ? .well(certificateEnds: nil) : .refused
                }
            ).find(localPart: "support", domain: domain)
        }

        private static func type(of record: NameRecord) -> NameRecordType {
            switch record {
            case .address: .address
            case .exchanger: .exchanger
            case .text: .text
            case .service: .service
            }
        }
    }

    private func place(_ target: String, _ port: UInt16, priority: UInt16 = 0) -> NameRecord {
        .service(ServiceRecord(priority: priority, weight: 0, port: port, target: target))
    }

    @Test func `a known provider is found without asking anybody but its servers`() async {
        let network = PaperNetwork(
            ["imap.gmx.net": [.address], "mail.gmx.net": [.address]],
            servers: ["imaps://imap.gmx.net", "smtps://mail.gmx.net"])
        let found = await network.find("gmx.at")
        #expect(found.imap?.url == "imaps://imap.gmx.net")
        #expect(found.smtp?.url == "smtps://mail.gmx.net")
        #expect(found.imap?.source == .table)
        #expect(found.advice?.contains("switched on") == true)
        #expect(network.asked.withLock { $0 }.allSatisfy { !$0.contains("gmx.at") })
    }

    @Test func `SRV records are believed within the domain, and TLS from the start is preferred`() async {
        let network = PaperNetwork(
            [
                "_imap._tcp.example.com": [place("mail.example.com", 143)],
                "_imaps._tcp.example.com": [
                    place("gone.example.com", 993), place("mail.example.com", 1_993, priority: 5),
                ],
                "_submissions._tcp.example.com": [place("", 0)],
                "_submission._tcp.example.com": [place("mail.example.com", 587)],
                "mail.example.com": [.address],
            ], servers: ["imaps://mail.example.com:1993", "imap://mail.example.com", "smtp://mail.example.com"])
        let found = await network.find("example.com")
        #expect(found.imap?.url == "imaps://mail.example.com:1993")
        #expect(found.smtp?.url == "smtp://mail.example.com")
        #expect(found.imap?.needsConsent == false)
        #expect(found.failures.map(\.outcome) == [.noAddress])
    }

    @Test func `an SRV record that leads elsewhere needs a person's word`() async {
        let network = PaperNetwork(
            [
                "_imaps._tcp.example.com": [place("mail.elsewhere.example", 993)],
                "_submissions._tcp.example.com": [place("notexample.com", 465)],
                "mail.elsewhere.example": [.address], "notexample.com": [.address],
            ], servers: ["imaps://mail.elsewhere.example", "smtps://notexample.com"])
        let found = await network.find("example.com")
        #expect(found.imap?.needsConsent == true)
        #expect(found.smtp?.needsConsent == true)
    }

    @Test func `the mail exchanger tells the provider of a domain of one's own`() async {
        let network = PaperNetwork(
            [
                "example.com": [.exchanger(preference: 1, host: "aspmx.l.google.com")],
                "imap.gmail.com": [.address], "smtp.gmail.com": [.address],
            ], servers: ["imaps://imap.gmail.com", "smtps://smtp.gmail.com"])
        let found = await network.find("example.com")
        #expect(found.imap?.url == "imaps://imap.gmail.com")
        #expect(found.imap?.source == .exchanger)
        #expect(found.imap?.needsConsent == false)
        #expect(found.advice?.contains("app password") == true)
    }

    @Test func `autoconfig is asked without the local part, which is put in here`() async {
        let url = "https://autoconfig.example.com/mail/config-v1.1.xml"
        let network = PaperNetwork(
            ["autoconfig.example.com": [.address], "box.example.net": [.address]],
            pages: [url: AutoconfigDocumentTests.document],
            servers: ["imaps://box.example.net", "smtp://box.example.net"])
        let found = await network.find("example.com")
        #expect(found.imap?.url == "imaps://box.example.net")
        #expect(found.imap?.username == "support@example.com")
        #expect(found.smtp?.username == "support")
        #expect(found.imap?.needsConsent == false)
        #expect(network.asked.withLock { $0 }.contains(url))
        #expect(network.asked.withLock { $0 }.allSatisfy { !$0.contains("support") && !$0.contains("?") })
    }

    @Test func `the rest is guessed, and only what answers with TLS is proposed`() async {
        let network = PaperNetwork(
            [
                "example.com": [.exchanger(preference: 1, host: "mx.example.com"), .address],
                "mail.example.com": [.address], "mx.example.com": [.address],
            ], servers: ["imaps://mx.example.com", "smtp://mail.example.com"])
        let found = await network.find("example.com")
        #expect(found.imap?.url == "imaps://mx.example.com")
        #expect(found.smtp?.url == "smtp://mail.example.com")
        #expect(network.asked.withLock { $0 }.allSatisfy { !$0.contains("//imap.example.com") })
        let nothing = await PaperNetwork([:], servers: []).find("example.com")
        #expect(!nothing.isComplete)
        #expect(nothing.failures.isEmpty)
    }

    @Test func `without a name server nobody is connected to`() async {
        let connections = Mutex(0)
        let found = await ServerDiscovery(
            naming: Naming { _, _ async throws(Naming.Unanswered) in throw Naming.Unanswered() },
            fetch: { _ in
                connections.withLock { $0 += 1 }
                return nil
            },
            connect: { _ in
                connections.withLock { $0 += 1 }
                return .silent
            }
        ).find(localPart: "support", domain: "gmail.com")
        #expect(found.isOffline)
        #expect(connections.withLock { $0 } == 0)
    }

    @Test func `each provider's servers can be written into a configuration`() {
        for provider in KnownProvider.all {
            #expect(MailServer(provider.imap, schemes: [.imap, .imaps]) != nil, "\(provider.name)")
            #expect(MailServer(provider.smtp, schemes: [.smtp, .smtps]) != nil, "\(provider.name)")
            for domain in provider.domains { #expect(domain == domain.lowercased()) }
        }
        #expect(KnownProvider.serving(domain: "hotmail.co.uk")?.imap == "imaps://outlook.office365.com")
        #expect(KnownProvider.serving(domain: "livestock.example") == nil)
        #expect(KnownProvider.serving(domain: "gmx") == nil)
        #expect(KnownProvider.behind(exchanger: "evilgoogle.com") == nil)
        #expect(KnownProvider.behind(exchanger: "mx00.ionos.de")?.name == "IONOS")
    }
}
