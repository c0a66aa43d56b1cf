import Logging

/// Lets libraries log without letting them tell. A library writes free text and metadata, which may hold a path
/// with a token or an address from an error; none of it is printed. What is printed is the level and the place in
/// the library's source, by which the message can be looked up.
struct LibraryLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    var logLevel: Logger.Level
    private let sink: LogSink

    /// Libraries speak from warnings upwards; their routine is of no use to an operator.
    init(_ sink: LogSink, level: Logger.Level = .warning) {
        self.sink = sink
        self.logLevel = level
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: Logging.LogEvent) {
        guard event.level >= logLevel else { return }
        sink.record(.libraryReported(level: event.level, file: event.file, line: event.line))
    }
}

extension LogEvent {
    /// A message of a library, its text withheld.
    fileprivate static func libraryReported(level: Logger.Level, file: String, line: UInt) -> LogEvent {
        LogEvent(
            level, "library", "a library reported something; its text is withheld because it may hold personal data",
            [.word("source", PublicWord(sourceFile: file)), .count("line", Int(clamping: line))])
    }
}
