import DeskTesting
import Testing

@testable import Vault

/// The desk of the published vectors (gdpr.md B13): one instance, one person, and keys that count upwards.
struct VectorDesk {
    static let instance = ObjectID(high: 0x0011_2233_4455_6677, low: 0x8899_aabb_ccdd_eeff)
    static let person = ObjectID(high: 0x0195_f3a0_c0de_7abc, low: 0x8def_0011_2233_4455)
    static let place = FieldPlace(table: "message", column: "body", row: 42)
    /// V3, sealed under the person's key.
    static let field = bytes(
        "544b0101000000016465666768696a6b6c6d6e6fdbbcdb465ac1d8bf9441b81e6909b34d8ae599495fef86")
    /// V1 and V2, as they lie in the cabinet.
    static let wrappedKey = WrappedKey(
        owner: person, version: 1, epoch: 1,
        wrapped: bytes(
            "000102030405060708090a0b0743945881a0845cc508ddc0fda43622d387d567a42e092b603ebfde41345eed"
                + "0a6e7132b75aac22c2d15b03e7f38c45"),
        commitment: bytes("958d82685cd66d63174326a3dd75b8f6105a371d21e9e1ab24bf1a0a6d0a99db"))

    let cabinet = InMemoryKeyCabinet()
    let ring: KeyRing

    init() throws {
        let root = SecretBytes(copying: [UInt8](repeating: 7, count: 32))
        let keystore = try Keystore(root: root, instance: Self.instance)
        let chosen: [ServiceKeys.Name: UInt8] = [
            .blindIndex: 0x20, .suppression: 0x60, .unsubscribe: 0x80, .audit: 0xa0,
        ]
        var services: [CabinetContents.Service] = []
        for name in ServiceKeys.Name.allCases {
            let key = Self.key(from: chosen[name] ?? 0xd0)
            services.append(try keystore.wrap(key, service: name.rawValue, version: 1))
        }
        let contents = CabinetContents(
            instance: Self.instance, rootID: keystore.rootID,
            epochs: [try keystore.wrap(Self.key(from: 0), epoch: 1)], services: services)
        try cabinet.initialise(contents)
        try cabinet.add([Self.wrappedKey])
        ring = try KeyRing(root: root, cabinet: cabinet)
    }

    /// 32 bytes, ascending.
    static func key(from first: UInt8) -> SecretBytes {
        SecretBytes(copying: (0..<32).map { first + $0 })
    }

    static func bytes(_ hex: String) -> [UInt8] {
        Hex.decode(hex) ?? []
    }
}
