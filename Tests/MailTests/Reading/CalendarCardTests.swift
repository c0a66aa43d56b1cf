import Testing

@testable import Mail

/// Invitations as lines that a person can act on.
@Suite struct CalendarCardTests {
    struct Invitation: Sendable, CustomTestStringConvertible {
        let lines: [String]
        var method = "REQUEST"
        let card: String
        var testDescription: String { card }

        var calendar: String {
            ([
                "BEGIN:VCALENDAR", "METHOD:\(method)", "BEGIN:VTIMEZONE", "DTSTART:19700101T000000", "SUMMARY:zone",
                "END:VTIMEZONE", "BEGIN:VEVENT",
            ] + lines + ["END:VEVENT", "END:VCALENDAR"])
            .joined(separator: "\r\n") + "\r\n"
        }
    }

    static let invitations = [
        Invitation(
            lines: [
                "UID:1", "SUMMARY:Cups\\, plates\\; and", "  more", "DTSTART;TZID=Europe/Berlin:20250303T100000",
                "DTEND;TZID=Europe/Berlin:20250303T113000", "LOCATION:Room 4\\nfirst floor",
                "ORGANIZER;CN=\"Ann; Example\":mailto:ann@b.example",
                "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:bob@b.example",
                "BEGIN:VALARM", "DESCRIPTION:alarm", "END:VALARM", "DESCRIPTION:Bring\\nthe bill",
            ],
            card: "[calendar: invitation]\nWhat: Cups, plates; and more\n"
                + "When: Mon 2025-03-03 10:00–11:30 (Europe/Berlin)\nWhere: Room 4 first floor\n"
                + "Organiser: Ann; Example <ann@b.example>\nInvited: 1\nDescription: Bring the bill"),
        Invitation(
            lines: ["SUMMARY:x", "DTSTART:20241231T233000Z", "DURATION:PT1H"],
            card: "[calendar: invitation]\nWhat: x\nWhen: Tue 2024-12-31 23:30 to Wed 2025-01-01 00:30 (UTC)"),
        Invitation(
            lines: ["SUMMARY:x", "DTSTART;VALUE=DATE:20240228", "DTEND;VALUE=DATE:20240301"], method: "PUBLISH",
            card: "[calendar: event]\nWhat: x\nWhen: Wed 2024-02-28 to Thu 2024-02-29, all day"),
        Invitation(
            lines: ["DTSTART;VALUE=DATE:20250303", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20250601T000000Z"],
            method: "PUBLISH",
            card: "[calendar: event]\nWhat: (no title)\nWhen: Mon 2025-03-03, all day\n"
                + "Repeats: weekly, every 2, on MO, WE, until Sun 2025-06-01"),
        Invitation(
            lines: ["SUMMARY:x", "DTSTART:20250303T100000", "STATUS:CANCELLED"],
            card: "[calendar: cancelled]\nWhat: x\nWhen: Mon 2025-03-03 10:00 (no time zone given)"),
        Invitation(
            lines: ["SUMMARY:x", "ATTENDEE;CN=Bob;PARTSTAT=DECLINED:mailto:bob@b.example"], method: "REPLY",
            card: "[calendar: answer to an invitation]\nAnswer: Bob <bob@b.example>: declined\nWhat: x"),
        Invitation(
            lines: ["SUMMARY:a\u{1B}b", "DTSTART:20250230T100000", "DTEND:garbage"], method: "COUNTER",
            card: "[calendar: another time proposed]\nWhat: a\\u{1B}b"),
    ]

    @Test(arguments: invitations)
    func `an invitation says what, when, where and who asks`(invitation: Invitation) {
        #expect(CalendarCard(invitation.calendar).text == invitation.card)
    }

    @Test func `an invitation stands below the text of its mail, once`() {
        let calendar = Self.invitations[1].calendar
        let message = ReadableTextTests.message([
            "{mixed", "{alternative", "text/plain|please come", "text/calendar; method=REQUEST|\(calendar)", "}",
            "application/ics; name=invite.ics|\(calendar)", "}",
        ])
        let read = message.readableText()
        #expect(read.text == "please come\n\n" + Self.invitations[1].card)
        #expect(read.defects == [.calendarInvitation])
        #expect(message.attachments.map(\.mediaType) == ["text/calendar", "application/ics"])
    }

    @Test(
        arguments: [
            ("P1D", 86_400), ("PT1H30M", 5_400), ("P2W", 1_209_600), ("PT15S", 15), ("", nil), ("P", nil),
            ("-PT1H", 3_600),
            ("P99999999999999999999D", 8_640_000_000),
        ] as [(String, Int?)])
    func `a duration is counted in seconds`(text: String, seconds: Int?) {
        #expect(CalendarTime.duration(text) == seconds)
    }

    @Test func `a day and so many seconds later is the right day`() throws {
        let start = try #require(CalendarTime("20231231T120000", zone: nil))
        var days = 0
        for (date, later) in [
            ("20240101", 1), ("20240229", 60), ("20240301", 61), ("20241231", 366), ("20250228", 425),
        ] {
            let expected = try #require(CalendarTime(date + "T120000", zone: nil))
            #expect(start.advanced(by: later * 86_400) == expected)
            days += later
        }
        #expect(start.advanced(by: -86_400 * 365).dateText == "Sat 2022-12-31")
        #expect(days == 913)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a calendar cut, changed or without end is read without a fault`() {
        let bytes = Array(Self.invitations[0].calendar.utf8)
        for end in bytes.indices {
            _ = CalendarCard(String(decoding: bytes[..<end], as: UTF8.self))
            var changed = bytes
            changed[end] ^= 0x1F
            _ = CalendarCard(String(decoding: changed, as: UTF8.self))
        }
        for piece in [
            "BEGIN:VEVENT\n", "BEGIN:VCALENDAR\n", " ", "a;b=c:d\n", "BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n", "\n ",
        ] {
            let text = CalendarCard(String(repeating: piece, count: 1_000_000 / piece.utf8.count)).text
            #expect(text.utf8.count < 10_000)
        }
    }
}
