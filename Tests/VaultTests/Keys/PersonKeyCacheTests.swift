import Testing

@testable import Vault

@Suite final class PersonKeyCacheTests {
    private let key = SecretBytes(copying: [UInt8](repeating: 1, count: 32))
    private var cache = PersonKeyCache()

    private func remember(_ owner: Int, version: UInt32 = 1, isNewest: Bool = true, since changes: UInt64 = 0) -> Bool {
        cache.remember(
            key, of: ObjectID(high: 0, low: UInt64(owner)), version: version, isNewest: isNewest, since: changes)
    }

    private func found(_ owner: Int, version: UInt32? = nil) -> UInt32? {
        cache.key(of: ObjectID(high: 0, low: UInt64(owner)), version: version)?.version
    }

    @Test func `a full cache forgets who was used longest ago and keeps who was used lately`() {
        for number in 0..<Limits.cachedPeople { #expect(remember(number)) }
        #expect(found(0) == 1)
        #expect(remember(Limits.cachedPeople))
        #expect(found(0) == 1)
        #expect(found(1) == nil)
        #expect(found(Limits.cachedPeople - 1) == 1)
        #expect(found(Limits.cachedPeople) == 1)
    }

    @Test func `an old version is found by its number and never taken for the newest`() {
        #expect(remember(1, version: 1, isNewest: false))
        #expect(found(1) == nil)
        #expect(found(1, version: 1) == 1)
        #expect(found(1, version: 2) == nil)
    }

    @Test func `versions of one person are bounded`() {
        let last = UInt32(Limits.cachedVersions + 1)
        for version in 1...last { #expect(remember(1, version: version)) }
        #expect(found(1, version: 1) == nil)
        #expect(found(1) == last)
    }

    @Test func `nothing found before a change is remembered after it`() {
        cache.forget(ObjectID(high: 0, low: 2))
        #expect(!remember(1, since: 0))
        #expect(found(1, version: 1) == nil)
        #expect(remember(1, since: 1))
    }
}
