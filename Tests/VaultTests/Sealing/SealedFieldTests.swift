import DeskTesting
import Testing

@testable import Vault

@Suite struct SealedFieldTests {
    private let desk: VectorDesk
    private let other = ObjectID(high: 1, low: 2)

    init() throws {
        desk = try VectorDesk()
        try desk.ring.makePersonKeys(for: [other])
    }

    @Test(arguments: [
        FieldPlace(table: "messages", column: "body", row: 42),
        FieldPlace(table: "message", column: "subject", row: 42),
        FieldPlace(table: "message", column: "body", row: 43),
        FieldPlace(table: "message", column: "body", row: ObjectID(high: 0, low: 42)),
        FieldPlace(table: "message", column: "body", row: 42, within: ObjectID(high: 0, low: 0)),
        FieldPlace(table: "messageb", column: "ody", row: 42),
    ])
    func `a field does not open in another place`(place: FieldPlace) throws {
        #expect(throws: VaultFailure.authenticationFailed) {
            try desk.ring.open(VectorDesk.field, at: place, owner: VectorDesk.person)
        }
    }

    @Test func `a field does not open for another person, under another key version or in another instance`() throws {
        #expect(throws: VaultFailure.authenticationFailed) {
            try desk.ring.open(VectorDesk.field, at: VectorDesk.place, owner: other)
        }
        var reversioned = VectorDesk.field
        reversioned[7] = 2
        #expect(throws: VaultFailure.keyMissing) {
            try desk.ring.open(reversioned, at: VectorDesk.place, owner: VectorDesk.person)
        }
        try desk.ring.makeNextKey(for: VectorDesk.person)
        #expect(throws: VaultFailure.authenticationFailed) {
            try desk.ring.open(reversioned, at: VectorDesk.place, owner: VectorDesk.person)
        }
        let key = KeyDerivation(secret: VectorDesk.key(from: 0x40), salt: VectorDesk.instance)
            .key(for: "ticketd/v1/dek/enc")
        let elsewhere = SealedField(
            instance: other, place: VectorDesk.place, owner: VectorDesk.person, version: 1)
        #expect(throws: VaultFailure.authenticationFailed) { try elsewhere.open(VectorDesk.field, key: key) }
    }

    @Test func `two rows cannot swap their fields`() throws {
        let ring = desk.ring
        let places = [42, 43].map { FieldPlace(table: "message", column: "body", row: $0) }
        let sealed = try places.map { try ring.seal([1, 2, 3], at: $0, owner: other) }
        for (place, stolen) in zip(places, sealed.reversed()) {
            #expect(throws: VaultFailure.authenticationFailed) { try ring.open(stolen, at: place, owner: other) }
        }
    }

    @Test(arguments: [0, 32])
    func `a field with any bit turned does not open`(bucket: Int) throws {
        let sealed = try desk.ring.seal([0x80, 0, 0], at: VectorDesk.place, owner: other, padTo: bucket)
        for position in sealed.indices {
            for bit in 0..<8 {
                var turned = sealed
                turned[position] ^= 1 << UInt8(bit)
                let failure = #expect(throws: VaultFailure.self) {
                    try desk.ring.open(turned, at: VectorDesk.place, owner: other)
                }
                let expected: VaultFailure =
                    switch position {
                    case 0..<4: .malformed
                    case 4..<8: .keyMissing
                    default: .authenticationFailed
                    }
                #expect(failure == expected)
            }
        }
    }

    @Test(arguments: [0, 32])
    func `the byte that tells padding cannot be changed`(bucket: Int) throws {
        let sealed = try desk.ring.seal([0x61, 0x80, 0, 0], at: VectorDesk.place, owner: other, padTo: bucket)
        for format in UInt8.min...UInt8.max where format != sealed[2] {
            var turned = sealed
            turned[2] = format
            #expect(throws: format == 1 || format == 2 ? VaultFailure.authenticationFailed : .malformed) {
                try desk.ring.open(turned, at: VectorDesk.place, owner: other)
            }
        }
    }

    @Test func `a field cut short or made longer does not open`() throws {
        let sealed = try desk.ring.seal(Array("some text".utf8), at: VectorDesk.place, owner: other)
        for count in 0..<sealed.count {
            #expect(throws: VaultFailure.self) {
                try desk.ring.open(Array(sealed.prefix(count)), at: VectorDesk.place, owner: other)
            }
        }
        #expect(throws: VaultFailure.authenticationFailed) {
            try desk.ring.open(sealed + [0], at: VectorDesk.place, owner: other)
        }
    }

    @Test(arguments: [0, 1, 32, 4096])
    func `every length and every ending comes back as it went in`(bucket: Int) throws {
        for count in Array(0...130) + [4095, 4096, 4097, 70_000] {
            for ending: [UInt8] in [[], [0x80], [0x80, 0, 0], [0]] {
                let text = [UInt8](repeating: 0x61, count: count) + ending
                let sealed = try desk.ring.seal(text, at: VectorDesk.place, owner: other, padTo: bucket)
                #expect(try desk.ring.open(sealed, at: VectorDesk.place, owner: other) == text)
                guard bucket > 0 else { continue }
                #expect((sealed.count - SealedField.overhead) % bucket == 0)
            }
        }
    }

    @Test func `one text is never sealed the same way twice`() throws {
        var seen: Set<[UInt8]> = []
        for _ in 0..<2000 {
            let sealed = try desk.ring.seal([], at: VectorDesk.place, owner: other)
            #expect(seen.insert(Array(sealed[8..<20])).inserted)
        }
    }
}
