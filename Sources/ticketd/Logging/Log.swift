/// The daemon's voice: `log(.mailImported(…))`. It takes events and nothing else, so that a careless line cannot
/// print a person's data.
struct Log: Sendable {
    private let sink: LogSink

    init(_ sink: LogSink) {
        self.sink = sink
    }

    func callAsFunction(_ event: LogEvent) { sink.record(event) }
}
