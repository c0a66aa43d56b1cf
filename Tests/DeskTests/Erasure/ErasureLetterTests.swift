import Desk
import DeskTesting
import Foundation
import Mail
import Testing

struct ErasureLetterTests {
    private func letter(_ change: (inout Erasure) -> Void = { _ in }) throws -> Letter {
        var erasure = Erasure(
            id: ErasureID(from: TestWorld().world), state: .certified, askedAt: TestWorld.beginning,
            notBefore: TestWorld.beginning, how: .phone, author: "operator",
            erased: ErasureCounts(tickets: 1, messages: 12, attachments: 3))
        change(&erasure)
        return ErasureLetter.make(
            of: erasure, to: try Samples.address("ada@customer.example"), mailbox: try .make(),
            settings: try .make())
    }

    @Test func `the confirmation is legally required mail and belongs to no ticket`() throws {
        let letter = try letter()
        #expect(letter.mailClass == .legallyRequired && letter.ticket == nil && letter.recipientName == nil)
        #expect(letter.text.contains("2026-11-24") && letter.text.contains("12 messages and 3 attachments"))
        #expect(letter.text.contains("privacy@desk.example") && letter.text.contains("data protection authority"))
    }

    @Test func `it says how long a backup could open the data, or that nobody here knows`() throws {
        #expect(try letter { $0.openableUntil = TestWorld.beginning }.text.contains("until 2026-11-24"))
        #expect(try letter().text.contains("We cannot name the day"))
    }

    @Test func `it names what was not reached`() throws {
        let text = try letter {
            $0.copiesLeft = 2
            $0.unreachable = ["snapshots, 14 days", "the provider's recovery"]
        }.text
        #expect(text.contains("2 copies in our mailbox could not be removed"))
        #expect(text.contains("snapshots, 14 days; the provider's recovery"))
    }
}
