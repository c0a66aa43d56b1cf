/// Person keys lately used, ready to seal. Bounded in number and, through `expire`, in time.
///
/// It refuses to remember a key that was looked up before the latest change: a reader that was on its way
/// while a person was erased must not bring the key back.
struct PersonKeyCache {
    private struct Entry {
        var newest: UInt32?
        var keys: [(version: UInt32, key: SecretBytes)] = []
        var lastUse: UInt64 = 0
        var usedAt: Duration
    }

    private var entries: [ObjectID: Entry] = [:]
    private var uses: UInt64 = 0
    private var now: Duration = .zero
    /// Counts destroyed and superseded keys. A look-up notes it before it starts and hands it back with what it found.
    private(set) var changes: UInt64 = 0

    /// The key of that version, or the newest when none is named, and its version.
    mutating func key(of owner: ObjectID, version: UInt32?) -> (version: UInt32, key: SecretBytes)? {
        guard let index = entries.index(forKey: owner) else { return nil }
        guard let wanted = version ?? entries.values[index].newest else { return nil }
        guard let found = entries.values[index].keys.first(where: { $0.version == wanted }) else { return nil }
        uses &+= 1
        entries.values[index].lastUse = uses
        entries.values[index].usedAt = now
        return found
    }

    /// Remembers a key unless something changed since `changes` was read. Says whether it did.
    mutating func remember(
        _ key: SecretBytes, of owner: ObjectID, version: UInt32, isNewest: Bool, since changes: UInt64
    ) -> Bool {
        guard changes == self.changes else { return false }
        if entries.count >= Limits.cachedPeople, entries[owner] == nil { forgetOldest() }
        uses &+= 1
        var entry = entries[owner] ?? Entry(usedAt: now)
        entry.keys.removeAll { $0.version == version }
        if entry.keys.count >= Limits.cachedVersions { entry.keys.removeFirst() }
        entry.keys.append((version, key))
        if isNewest { entry.newest = version }
        entry.lastUse = uses
        entry.usedAt = now
        entries[owner] = entry
        return true
    }

    /// Call it after the cabinet has changed: whoever read it before cannot remember what it found any more.
    mutating func forget(_ owner: ObjectID) {
        changes &+= 1
        entries[owner] = nil
    }

    /// Forgets what was not used within the lifetime before `now`. Time never runs backwards here.
    mutating func expire(now: Duration) {
        self.now = max(now, self.now)
        let oldest = self.now - Limits.personKeyLifetime
        entries = entries.filter { $0.value.usedAt > oldest }
    }

    /// A quarter at once, so that a full cache costs a sort every thousandth key and not a search for each.
    private mutating func forgetOldest() {
        let byAge = entries.map { ($0.value.lastUse, $0.key) }.sorted { $0.0 < $1.0 }
        for (_, owner) in byAge.prefix(max(1, Limits.cachedPeople / 4)) { entries[owner] = nil }
    }
}
