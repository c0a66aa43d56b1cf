import DeskTesting
import Testing

@testable import Vault

@Suite struct AuditChainTests {
    private let ring: KeyRing
    private let links: [AuditChain.Link]

    init() throws {
        ring = try KeyRing.create(
            root: SecretBytes(random: 32), cabinet: InMemoryKeyCabinet(), instance: ObjectID(high: 5, low: 5))
        var links: [AuditChain.Link] = []
        var previous = AuditChain.genesis
        for sequence in UInt64(1)...6 {
            let entry = try #require(
                AuditEntry(
                    sequence: sequence, milliseconds: 1_790_000_000_000 + sequence, event: "ticket.read",
                    object: ObjectID(high: 1, low: sequence), details: ["count": .count(Int64(sequence))]))
            previous = ring.auditMAC(previous: previous, entry: entry.bytes)
            links.append(AuditChain.Link(entry: entry, mac: previous))
        }
        self.links = links
    }

    @Test func `a chain as it was written fits, from the start and from a checkpoint`() {
        #expect(ring.auditChain.firstBadSequence(in: links) == nil)
        #expect(ring.auditChain.firstBadSequence(in: []) == nil)
        #expect(ring.auditChain.firstBadSequence(in: links.dropFirst(3), after: (3, links[2].mac)) == nil)
    }

    @Test func `an entry removed, doubled, moved or changed is named by its number`() throws {
        let chain = ring.auditChain
        #expect(chain.firstBadSequence(in: links[..<2] + links[3...]) == 3)
        #expect(chain.firstBadSequence(in: links.dropFirst()) == 1)
        #expect(chain.firstBadSequence(in: links[..<3] + links[2...]) == 4)
        #expect(chain.firstBadSequence(in: [links[1], links[0]]) == 1)
        #expect(chain.firstBadSequence(in: links.dropFirst(3), after: (3, links[1].mac)) == 4)
        let entry = links[3].entry
        let changes = [
            AuditEntry(
                sequence: 4, milliseconds: 0, event: entry.event, object: entry.object, stored: entry.details),
            AuditEntry(
                sequence: 4, milliseconds: entry.milliseconds, event: "ticket.seen", object: entry.object,
                stored: entry.details),
            AuditEntry(
                sequence: 4, milliseconds: entry.milliseconds, event: entry.event, object: links[0].entry.object,
                stored: entry.details),
            AuditEntry(
                sequence: 4, milliseconds: entry.milliseconds, event: entry.event, object: entry.object,
                details: ["count": .count(5)]),
        ]
        for change in changes {
            var links = links
            links[3] = AuditChain.Link(entry: try #require(change), mac: links[3].mac)
            #expect(chain.firstBadSequence(in: links) == 4)
        }
        var cut = links
        cut[5] = AuditChain.Link(entry: links[5].entry, mac: Array(links[5].mac.prefix(16)))
        #expect(chain.firstBadSequence(in: cut) == 6)
    }

    @Test func `a gap that was chained over is named, though every link fits`() throws {
        let late = try #require(
            AuditEntry(sequence: 8, milliseconds: 0, event: "ticket.read", object: ObjectID(high: 1, low: 1)))
        let link = AuditChain.Link(entry: late, mac: ring.auditMAC(previous: links[5].mac, entry: late.bytes))
        #expect(ring.auditChain.firstBadSequence(in: links + [link]) == 7)
    }

    @Test func `a chain under another key fits nowhere`() throws {
        #expect(AuditChain(key: try SecretBytes(random: 32)).firstBadSequence(in: links) == 1)
    }

    @Test func `details are canonical and have no way in for words`() {
        func details(_ details: [String: AuditEntry.Detail]) -> String? {
            AuditEntry(sequence: 1, milliseconds: 0, event: "a", object: ObjectID(high: 0, low: 0), details: details)
                .map { String(decoding: $0.details, as: UTF8.self) }
        }
        #expect(details([:]) == "{}")
        #expect(
            details(["b": .count(-2), "a": .code("portal"), "aa": .id(ObjectID(high: 0, low: 255))])
                == "{\"a\":\"portal\",\"aa\":\"000000000000000000000000000000ff\",\"b\":-2}")
        #expect(details(["a": .code("jane@example.com")]) == nil)
        #expect(details(["a": .code("Two words")]) == nil)
        #expect(details(["a": .code("x\"")]) == nil)
        #expect(details(["a\"": .count(1)]) == nil)
        #expect(details(["a": .count(1 << 53)]) != nil)
        #expect(details(["a": .count(1 << 53 + 1)]) == nil)
        #expect(details(["a": .count(.min)]) == nil)
        let many = (0..<200).map { ("key\($0)", AuditEntry.Detail.count(1)) }
        #expect(details(Dictionary(uniqueKeysWithValues: many)) == nil)
    }
}
