import Foundation
import Testing

@testable import ticketd

struct SecretSourcesTests {
    private let name = "/etc/ticketd/credentials/root"
    private let encrypted = "/etc/credstore.encrypted/ticketd.root"

    private func sources(
        _ files: [String: String], environment: [String: String] = [:], decrypted: [UInt8]? = nil
    ) -> SecretSources {
        SecretSources(environment: environment, files: PaperDisk(files: files).access) { path, name in
            path == "/etc/credstore.encrypted/ticketd.root" && name == "ticketd.root" ? decrypted : nil
        }
    }

    private func root() throws -> SecretReference { try #require(SecretReference("credential:root")) }

    @Test func `a credential is looked for in its three places, in order`() throws {
        let loaded = ["CREDENTIALS_DIRECTORY": "/run/credentials/t"]
        let all = ["/run/credentials/t/root": "one", name: "two", encrypted: "sealed"]
        #expect(try sources(all, environment: loaded, decrypted: [3]).bytes(of: root()) == Array("one".utf8))
        #expect(try sources(all, decrypted: [3]).bytes(of: root()) == Array("two".utf8))
        #expect(try sources([encrypted: "sealed"], environment: loaded, decrypted: [3]).bytes(of: root()) == [3])
    }

    @Test func `a secret that is nowhere is reported with every place`() throws {
        let empty = sources([:], environment: ["CREDENTIALS_DIRECTORY": "/run/c"])
        let error = #expect(throws: SecretFailure.self) { try empty.bytes(of: root()) }
        #expect(error == .missing(places: ["/run/c/root", name, encrypted]))
        #expect(error?.description.contains("/run/c/root, ") == true)
    }

    @Test func `a place that exists and cannot be read is never passed over`() throws {
        let blocked = ConfigurationFiles(
            read: { path, _ throws(ConfigurationFiles.ReadFailure) in
                if path == "/run/c/root" { throw .refused(code: EACCES) }
                return Array("older".utf8)
            }, names: { _ in [] })
        let sources = SecretSources(environment: ["CREDENTIALS_DIRECTORY": "/run/c"], files: blocked)
        #expect(throws: SecretFailure.unreadable(place: "/run/c/root", code: EACCES)) { try sources.bytes(of: root()) }
    }

    @Test func `what cannot be a secret is refused`() throws {
        #expect(throws: SecretFailure.empty(place: name)) { try sources([name: ""]).bytes(of: root()) }
        let large = String(repeating: "x", count: ConfigurationLimits.secretBytes + 1)
        #expect(throws: SecretFailure.tooLarge(place: name)) { try sources([name: large]).bytes(of: root()) }
        #expect(throws: SecretFailure.undecryptable(place: encrypted)) {
            try sources([encrypted: "x"]).bytes(of: root())
        }
        #expect(throws: SecretFailure.empty(place: "file:/p")) { try sources(["/p": "\n"]).password(of: .file("/p")) }
        #expect(throws: SecretFailure.empty(place: "environment variable S")) {
            try sources([:], environment: ["S": ""]).bytes(of: .environment("S"))
        }
    }

    @Test func `a password loses one line end, a key loses nothing`() throws {
        let sources = sources(["/p": "a b\r\n", "/q": "x\n\n"], environment: ["S": "from env"])
        #expect(try sources.password(of: .file("/p")) == Array("a b".utf8))
        #expect(try sources.password(of: .file("/q")) == Array("x\n".utf8))
        #expect(try sources.bytes(of: .file("/q")) == Array("x\n\n".utf8))
        #expect(try sources.password(of: .environment("S")) == Array("from env".utf8))
    }

    @Test(arguments: [
        ("credential:root", true), ("file:/a/b", true), ("env:A_b1", true), ("credential:../root", false),
        ("credential:", false), ("credential:a/b", false), ("credential:.hidden", false), ("file:a", false),
        ("env:", false),
        ("env:A=B", false), ("file:/a\u{0}b", false), ("hunter2", false), ("secret:root", false), ("", false),
        ("Credential:root", false),
    ])
    func `only a place is a reference`(text: String, isReference: Bool) {
        #expect(SecretReference(text)?.text == (isReference ? text : nil))
    }

    @Test func `real files are read up to their limit and told apart from missing ones`() throws {
        let folder = try TemporaryFolder()
        try Data(repeating: 7, count: 40_000).write(to: URL(fileURLWithPath: folder.path("key")))
        #expect(try ConfigurationFiles.live.read(folder.path("key"), 40_000).count == 40_000)
        #expect(throws: ConfigurationFiles.ReadFailure.tooLarge) {
            try ConfigurationFiles.live.read(folder.path("key"), 39_999)
        }
        #expect(throws: ConfigurationFiles.ReadFailure.missing) {
            try ConfigurationFiles.live.read(folder.path("no"), 9)
        }
        #expect(throws: ConfigurationFiles.ReadFailure.missing) {
            try ConfigurationFiles.live.read(folder.path("key/x"), 9)
        }
        #expect(throws: ConfigurationFiles.ReadFailure.refused(code: EISDIR)) {
            try ConfigurationFiles.live.read(folder.root, 9)
        }
        #expect(ConfigurationFiles.live.names(folder.root) == ["key"])
        #expect(ConfigurationFiles.live.names(folder.path("no")) == [])
    }

    @Test func `systemd is asked by path and name, and its refusal is nil`() throws {
        let folder = try TemporaryFolder()
        let program = folder.path("systemd-creds")
        try "#!/bin/sh\n[ \"$1 $2 $4\" = 'decrypt --name=ticketd.x -' ] && printf 'open:%s' \"$3\"\n"
            .write(toFile: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
        #expect(CredentialDecryption.run(path: "/s", name: "ticketd.x", program: program) == Array("open:/s".utf8))
        #expect(CredentialDecryption.run(path: "/s", name: "ticketd.y", program: program) == nil)
        #expect(CredentialDecryption.run(path: "/s", name: "ticketd.x", program: folder.path("none")) == nil)
        try "#!/bin/sh\nhead -c 1000000 /dev/zero\n".write(toFile: program, atomically: false, encoding: .utf8)
        #expect(CredentialDecryption.run(path: "/s", name: "ticketd.x", program: program) == nil)
    }
}
