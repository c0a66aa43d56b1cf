import Vault

/// One fact of a log event: a number, a word that cannot be personal, the id of a record, or a length of time.
struct LogField: Sendable, Equatable {
    enum Value: Sendable, Equatable {
        case count(Int)
        case word(PublicWord)
        /// The bytes of a random id or of a digest; shown in hexadecimal.
        case id([UInt8])
        case duration(Duration)
    }

    let key: PublicWord
    let value: Value

    private init(_ key: StaticString, _ value: Value) {
        self.key = PublicWord(key)
        self.value = value
    }

    static func count(_ key: StaticString, _ number: Int) -> LogField { LogField(key, .count(number)) }

    static func word(_ key: StaticString, _ word: PublicWord) -> LogField { LogField(key, .word(word)) }

    static func word<Word: RawRepresentable<String> & CaseIterable>(_ key: StaticString, _ word: Word) -> LogField {
        LogField(key, .word(PublicWord(word)))
    }

    static func mailbox(_ name: PlainName) -> LogField { LogField("mailbox", .word(PublicWord(name))) }

    /// At most 32 bytes: the length of our ids (16) and digests (32).
    static func id(_ key: StaticString, _ bytes: [UInt8]) -> LogField {
        LogField(key, .id(Array(bytes.prefix(LogLimits.idBytes))))
    }

    static func duration(_ key: StaticString, _ duration: Duration) -> LogField { LogField(key, .duration(duration)) }

    /// As a person reads it.
    var text: String {
        switch value {
        case .count(let number): String(number)
        case .word(let word): word.text
        case .id(let bytes): Hex.encode(bytes)
        case .duration(let duration): DurationText.format(duration)
        }
    }
}
