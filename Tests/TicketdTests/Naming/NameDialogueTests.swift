import Desk
import Foundation
import LoopbackMail
import Testing

@testable import ticketd

/// Asking a name server on this machine.
struct NameDialogueTests {
    private func naming(_ server: NameLoopback) -> Naming {
        let servers = NameServerAddress.configured(environment: ["TICKETD_NAMESERVER": server.place])
        let dialogue = NameDialogue(servers: servers, world: .live())
        return Naming { type, name async throws(Naming.Unanswered) in try await dialogue.ask(type, name) }
    }

    @Test func `exchangers come in the order of preference, services in that of priority and weight`() async throws {
        let server = NameLoopback()
        defer { server.stop() }
        server.know("example.com", .exchanger(20, "second.example.com"), .exchanger(10, "first.example.com"))
        server.know(
            "_imaps._tcp.example.com", .service(priority: 1, weight: 0, port: 993, target: "light.example.com"),
            .service(priority: 1, weight: 9, port: 993, target: "heavy.example.com"),
            .service(priority: 0, weight: 0, port: 1993, target: "best.example.com"))
        let naming = naming(server)
        let domain = try #require(DomainLabel("example.com"))
        #expect(try await naming.exchangers(domain) == ["first.example.com", "second.example.com"])
        let imaps = try #require(domain.under("_imaps._tcp"))
        let services = try #require(try await naming.services(imaps))
        #expect(services.map(\.target) == ["best.example.com", "heavy.example.com", "light.example.com"])
        #expect(try await naming.texts(domain).isEmpty)
        let nowhere = try #require(DomainLabel("nowhere.example"))
        #expect(try await naming.exchangers(nowhere).isEmpty)
    }

    @Test func `a service that leads to the root is decidedly not offered`() async throws {
        let server = NameLoopback()
        defer { server.stop() }
        server.know("_imap._tcp.example.com", .service(priority: 0, weight: 0, port: 0, target: ""))
        let name = try #require(DomainLabel("_imap._tcp.example.com"))
        #expect(try await naming(server).services(name) == nil)
    }

    @Test func `what does not fit into a datagram is asked for again over TCP`() async throws {
        let server = NameLoopback()
        defer { server.stop() }
        let long = "v=spf1 " + String(repeating: "ip4:192.0.2.1 ", count: 200) + "-all"
        server.know("example.com", .text(long))
        server.cutDatagrams()
        let domain = try #require(DomainLabel("example.com"))
        #expect(try await naming(server).texts(domain) == [long])
        // The datagram may have been asked for twice, where this machine was too busy to read it in time.
        #expect(server.questions.count >= 2)
        #expect(Set(server.questions) == ["TXT example.com"])
    }

    @Test(arguments: [true, false])
    func `a server that fails or is not there has said nothing about the name`(isThere: Bool) async throws {
        let server = NameLoopback()
        server.know("example.com", .text("v=spf1 -all"))
        server.fail(with: 2)
        let naming = naming(server)
        if !isThere { server.stop() }
        let domain = try #require(DomainLabel("example.com"))
        await #expect(throws: Naming.Unanswered()) { _ = try await naming.texts(domain) }
        server.stop()
    }

    @Test func `literals and this machine are not asked for`() async throws {
        let server = NameLoopback()
        defer { server.stop() }
        let naming = naming(server)
        for host in ["127.0.0.1", "localhost", "::1", "192.0.2.7"] { #expect(try await naming.hasAddress(host)) }
        #expect(server.questions.isEmpty)
        server.know("mail.example.com", .address("192.0.2.1"))
        #expect(try await naming.hasAddress("mail.example.com"))
        #expect(try await !naming.hasAddress("imap.example.com"))
    }

    @Test func `another name server may be named on this machine only`() {
        let configured = { (text: String) in
            NameServerAddress.configured(environment: ["TICKETD_NAMESERVER": text], files: PaperDisk().access)
        }
        #expect(configured("127.0.0.1:5353") == [NameServerAddress(host: "127.0.0.1", port: 5353)])
        #expect(configured("[::1]:5353") == [NameServerAddress(host: "::1", port: 5353)])
        for text in ["192.0.2.1:53", "evil.example:53", "localhost:53", ""] {
            #expect(configured(text) == [NameServerAddress(host: "127.0.0.1", port: 53)])
        }
        let listed = NameServerAddress.listed(in: "# comment\nnameserver 192.0.2.1\nsearch x\nnameserver\tfe80::1%lo\n")
        #expect(listed.map(\.host) == ["192.0.2.1", "fe80::1%lo"])
    }
}
