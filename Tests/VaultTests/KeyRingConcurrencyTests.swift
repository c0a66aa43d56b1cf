import DeskTesting
import Testing

@testable import Vault

@Suite struct KeyRingConcurrencyTests {
    @Test func `many readers and one writer agree while people come and go`() async throws {
        let cabinet = InMemoryKeyCabinet()
        let ring = try KeyRing.create(
            root: SecretBytes(random: 32), cabinet: cabinet, instance: ObjectID(high: 5, low: 6))
        let people = (0..<40).map { ObjectID(high: 1, low: $0) }
        try ring.makePersonKeys(for: people)
        let place = FieldPlace(table: "message", column: "body", row: 1)
        let sealed = try people.map { try ring.seal($0.bytes, at: place, owner: $0, padTo: 32) }
        let index = ring.blindIndex(ofAddress: "a@b.c")

        try await withThrowingTaskGroup(of: Int.self) { group in
            for reader in 0..<6 {
                group.addTask {
                    var wrong = 0
                    for turn in 0..<400 {
                        let number = (turn &* 7 &+ reader) % people.count
                        do throws(VaultFailure) {
                            let text = try ring.open(sealed[number], at: place, owner: people[number])
                            if text != people[number].bytes { wrong += 1 }
                        } catch {
                            if number >= 20 || error != .keyDestroyed { wrong += 1 }
                        }
                        if ring.blindIndex(ofAddress: "a@b.c") != index { wrong += 1 }
                    }
                    return wrong
                }
            }
            group.addTask {
                for number in 0..<20 {
                    try ring.destroyKeys(of: people[number])
                    try ring.makePersonKeys(for: [ObjectID(high: 2, low: UInt64(number))])
                    ring.forgetUnusedKeys(now: .seconds(number * 100))
                }
                return 0
            }
            for try await wrong in group { #expect(wrong == 0) }
        }

        for (person, field) in zip(people, sealed).prefix(20) {
            #expect(throws: VaultFailure.keyDestroyed) { try ring.open(field, at: place, owner: person) }
        }
        for (person, field) in zip(people, sealed).dropFirst(20) {
            #expect(try ring.open(field, at: place, owner: person) == person.bytes)
        }
    }
}
