import Foundation
import Testing

@testable import Desk

/// Art. 12(3) GDPR by Regulation 1182/71 Art. 3; the vectors are of German federal holidays.
struct LegalClockTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let received: String
        let target: String
        let due: String
        var isExtended = false
        var suspendedDays = 0
        var country = "DE"
        var testDescription: String { "\(received) → \(due)" }
    }

    static let vectors = [
        Vector(received: "2026-03-05", target: "2026-04-05", due: "2026-04-07"),
        Vector(received: "2026-08-31", target: "2026-09-30", due: "2026-09-30"),
        Vector(received: "2026-01-31", target: "2026-02-28", due: "2026-03-02"),
        Vector(received: "2024-01-31", target: "2024-02-29", due: "2024-02-29"),
        Vector(received: "2026-03-03", target: "2026-04-03", due: "2026-04-07"),
        Vector(received: "2026-04-01", target: "2026-05-01", due: "2026-05-04"),
        Vector(received: "2026-12-01", target: "2027-01-01", due: "2027-01-04"),
        Vector(received: "2026-11-30", target: "2027-02-28", due: "2027-03-01", isExtended: true),
        Vector(received: "2026-01-30", target: "2026-02-28", due: "2026-03-02"),
        // Three months from receipt, not two from the first due day.
        Vector(received: "2026-01-31", target: "2026-04-30", due: "2026-04-30", isExtended: true),
        Vector(received: "2026-03-05", target: "2026-04-10", due: "2026-04-10", suspendedDays: 5),
        // Without a table nothing moves, which is the earlier day.
        Vector(received: "2026-03-05", target: "2026-04-05", due: "2026-04-05", country: "XX"),
        // The Greek Easter of 2026 is a week later: Good Friday is 10 April, Monday the 13th.
        Vector(received: "2026-03-10", target: "2026-04-10", due: "2026-04-14", country: "GR"),
        Vector(received: "2026-07-03", target: "2026-08-03", due: "2026-08-04", country: "IE"),
        Vector(received: "2026-04-25", target: "2026-05-25", due: "2026-05-26", country: "GB"),
    ]

    @Test(arguments: vectors) func `a request is due a calendar month after its day`(vector: Vector) throws {
        let clock = LegalClock(
            receivedOn: try #require(CalendarDay(text: vector.received)), isExtended: vector.isExtended,
            suspendedDays: vector.suspendedDays, country: vector.country)
        #expect(clock.targetDay.text == vector.target)
        #expect(clock.dueDay.text == vector.due)
    }

    @Test func `every day has one number and one date`() throws {
        var last = try #require(CalendarDay(year: 1999, month: 12, day: 31))
        #expect(last.number == 10_956)
        for _ in 0..<(400 * 366) {
            let next = last.adding(days: 1)
            #expect(CalendarDay(text: next.text) == next)
            guard next.day == 1 || next.day == last.day + 1 else {
                Issue.record("\(next.text) follows \(last.text)")
                break
            }
            last = next
        }
        #expect(CalendarDay(text: "2026-11-24")?.weekday == 1)
    }

    @Test(arguments: ["2026-2-01", "2026-02-30", "2026-13-01", "", "2026-02-01T", "٢٠٢٦-02-01", "0000-01-01"])
    func `what is no day is none`(text: String) {
        #expect(CalendarDay(text: text) == nil)
    }

    @Test(
        arguments: zip([1961, 2000, 2024, 2025, 2026, 2038], ["04-02", "04-23", "03-31", "04-20", "04-05", "04-25"]))
    func `Easter is where the church has it`(year: Int, day: String) {
        #expect(HolidayCalendar.westernEaster(in: year).text == "\(year)-\(day)")
    }

    @Test(arguments: zip([2021, 2024, 2025, 2026], ["05-02", "05-05", "04-20", "04-12"]))
    func `the eastern Easter is where its church has it`(year: Int, day: String) {
        #expect(HolidayCalendar.orthodoxEaster(in: year).text == "\(year)-\(day)")
    }

    @Test func `the day of receipt is that of the controller's capital`() throws {
        let berlin = ControllerPlace.zone(ofCountry: "de")
        let beforeMidnight = try #require(ISO8601DateFormatter().date(from: "2026-11-23T22:59:59Z"))
        #expect(CalendarDay(beforeMidnight, in: berlin).text == "2026-11-23")
        let midnight = beforeMidnight.addingTimeInterval(1)
        #expect(CalendarDay(midnight, in: berlin).text == "2026-11-24")
        #expect(CalendarDay(beforeMidnight, in: berlin).end(in: berlin) == midnight)
        #expect(ControllerPlace.zone(ofCountry: "XX") == .gmt)
    }
}
