/// Reads a Date value (RFC 5322 §3.3, §4.3) and the forms that are no RFC's: asctime, ISO 8601, month before day.
///
/// An unknown or military zone counts as UTC (RFC 5322 §4.3: "-0000"). Two digits mean 1950 to 2049.
struct DateParser {
    private var day: Int?
    private var month: Int?
    private var year: Int?
    private var time: Int?
    private var zone: Int?

    /// Seconds since 1970; `nil` when day, month and year cannot be told.
    static func seconds(_ value: [UInt8], limits: Limits = .standard) -> Int? {
        // A Received value put into Date keeps its date after the semicolon.
        let start = value.lastIndex(of: .semicolon).map { $0 + 1 } ?? 0
        if let found = parse(value[start...].prefix(longest), limits) { return found }
        return start == 0 ? nil : parse(value.prefix(longest), limits)
    }

    /// The longest date is read from; comments included.
    private static let longest = 256

    private static func parse(_ value: ArraySlice<UInt8>, _ limits: Limits) -> Int? {
        var parser = DateParser()
        for token in DateTokens(value, commentDepth: limits.commentDepth).tokens { parser.take(token) }
        return parser.seconds
    }

    private mutating func take(_ token: DateTokens.Token) {
        switch token {
        case .word(let word): takeWord(word)
        case .number(let value, let digits): takeNumber(value, digits)
        case .clock(let seconds): if time == nil { time = seconds }
        case .offset(let sign, let value, let digits): takeOffset(sign, value, digits)
        case .calendar(let first, let second, let third): takeCalendar(first, second, third)
        }
    }

    private mutating func takeWord(_ word: [UInt8]) {
        if month == nil, let number = DateNames.month(word) {
            month = number
        } else if time != nil, zone == nil, let offset = DateNames.zone(word) {
            zone = offset
        }
    }

    private mutating func takeNumber(_ value: Int, _ digits: Int) {
        if day == nil && digits <= 2 {
            day = value
        } else if year == nil && digits <= 4 {
            year = digits <= 2 ? value + (value < 50 ? 2000 : 1900) : digits == 3 ? value + 1900 : value
        }
    }

    /// `+hhmm`, after the time only: before it a dash joins day, month and year.
    private mutating func takeOffset(_ sign: Int, _ value: Int, _ digits: Int) {
        guard time != nil else { return takeNumber(value, digits) }
        guard digits <= 4, zone == nil || zone == 0 else { return }
        let (hours, minutes) = digits <= 2 ? (value, 0) : (value / 100, value % 100)
        zone = sign * (hours * 3600 + minutes * 60)
    }

    /// `2021-04-04`, `4/4/2021` cannot be told apart from its American form and is refused by the tokenizer.
    private mutating func takeCalendar(_ first: Int, _ second: Int, _ third: Int) {
        guard day == nil, month == nil, year == nil else { return }
        (year, month, day) = (first, second, third)
    }

    private var seconds: Int? {
        guard let day, let month, let year, (1...31).contains(day), (1...12).contains(month),
            (1900...9999).contains(year)
        else { return nil }
        // Days since 1970 in the proleptic Gregorian calendar, years counted from March.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        return days * 86_400 + (time ?? 0) - (zone ?? 0)
    }
}
