/// The keys that wrap people's keys, by number; the newest wraps what is new.
struct KeyEpochs: Sendable {
    private var keys: [UInt32: SecretBytes] = [:]
    /// Those the cabinet has. An older one that was destroyed there stays in memory until the process ends: a thread
    /// may be on its way with a key that was wrapped under it.
    private(set) var kept: Set<UInt32> = []

    var newest: UInt32 { kept.max() ?? 0 }
    var older: Set<UInt32> { kept.filter { $0 < newest } }

    subscript(_ number: UInt32) -> SecretBytes? { keys[number] }

    mutating func add(_ key: SecretBytes, number: UInt32) {
        keys[number] = key
        kept.insert(number)
    }

    mutating func forgetOlder() {
        kept = [newest]
    }
}
