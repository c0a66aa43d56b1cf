import Logging

/// Something the daemon tells its operator. The text and the code are literals, the facts are `LogField`s: an event
/// has no place where a person's data could stand. The events in use are declared beside this type, grouped by what
/// they speak of.
struct LogEvent: Sendable, Equatable {
    let level: Logger.Level
    /// Stable, for programs: `mail-imported`.
    let code: PublicWord
    /// For people: `imported mail`.
    let text: PublicWord
    let fields: [LogField]

    init(_ level: Logger.Level, _ code: StaticString, _ text: StaticString, _ fields: [LogField] = []) {
        self.level = level
        self.code = PublicWord(code)
        self.text = PublicWord(text)
        self.fields = fields
    }
}
