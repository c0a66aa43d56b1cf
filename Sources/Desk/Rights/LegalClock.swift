/// When a request has to be answered (Art. 12(3) GDPR, counted by Regulation 1182/71 Art. 3).
///
/// The day of receipt is not counted. One month ends with the same date of the next month, or with that month's last
/// day; with an extension three months are counted from receipt, not two from the first due day. A last day that is no
/// working day moves to the next one. Time in which we waited for the person is added (EDPB 01/2022 §§157–159).
package struct LegalClock: Sendable, Equatable {
    /// The day the request reached us, in the controller's country, weekends included.
    package var receivedOn: CalendarDay
    package var isExtended: Bool
    /// Whole days in which we waited for the person.
    package var suspendedDays: Int
    /// ISO 3166-1; a country without a table of holidays moves nothing, weekends included: the earlier day is safer.
    package var country: String

    package init(receivedOn: CalendarDay, isExtended: Bool = false, suspendedDays: Int = 0, country: String) {
        self.receivedOn = receivedOn
        self.isExtended = isExtended
        self.suspendedDays = max(0, suspendedDays)
        self.country = country
    }

    /// The last day by the calendar, before it moves to a working day: the day to work towards.
    package var targetDay: CalendarDay {
        receivedOn.adding(months: isExtended ? 3 : 1).adding(days: suspendedDays)
    }

    /// The last day the law gives.
    package var dueDay: CalendarDay {
        Self.workingDay(from: targetDay, country: country)
    }

    /// The last day on which an extension may be told (Art. 12(3): within one month of receipt).
    package var extensionDay: CalendarDay {
        Self.workingDay(from: receivedOn.adding(months: 1).adding(days: suspendedDays), country: country)
    }

    /// The day itself, or the first working day after it (Art. 3(4)).
    private static func workingDay(from day: CalendarDay, country: String) -> CalendarDay {
        guard let calendar = HolidayCalendar(country: country) else { return day }
        var day = day
        for _ in 0..<Limits.holidaysInARow where !calendar.isWorkingDay(day) { day = day.adding(days: 1) }
        return day
    }
}
