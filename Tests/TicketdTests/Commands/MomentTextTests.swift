import Foundation
import Testing

@testable import ticketd

struct MomentTextTests {
    private static let now = Date(timeIntervalSince1970: 1_790_000_000)

    @Test(arguments: [
        ("90m", "2026-09-21T15:43:20Z"), ("3d", "2026-09-24T14:13:20Z"), ("2026-12-01", "2026-12-01T07:00:00Z"),
        ("2026-07-01", "2026-07-01T06:00:00Z"), ("2026-12-01T14:30", "2026-12-01T13:30:00Z"),
        ("2026-12-01T14:30:05", "2026-12-01T13:30:05Z"), ("2026-12-01T14:30:00Z", "2026-12-01T14:30:00Z"),
    ])
    func `a time is read in the zone of the machine`(text: String, expected: String) throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        let date = try #require(MomentText.parse(text, now: Self.now, zone: berlin))
        #expect(date.formatted(.iso8601) == expected)
    }

    @Test(arguments: ["", "tomorrow", "2026-13-01", "2026-12-01T25:00", "2026-12-01x", "14:30", "3"])
    func `what is no time is none`(text: String) {
        #expect(MomentText.parse(text, now: Self.now) == nil)
    }
}
