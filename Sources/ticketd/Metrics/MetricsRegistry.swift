import Synchronization

/// Holds the numbers and writes them in Prometheus' text format 0.0.4. Labels are `PublicWord`s, so nothing
/// personal can become one; beyond the limit new series are dropped and counted, so that a label gone wild cannot
/// fill anyone's memory.
final class MetricsRegistry: Sendable {
    private struct Series: Hashable {
        let metric: Metric
        let labels: [PublicWord]
    }

    private struct State {
        var values: [Series: Double] = [:]
        var dropped = 0.0
    }

    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int = MetricLimits.series) {
        self.limit = limit
    }

    /// Adds to a counter. A counter only grows: a negative amount is ignored.
    func add(_ amount: Int = 1, to metric: Metric, _ labels: [PublicWord] = []) {
        guard amount >= 0 else { return }
        update(metric, labels) { $0 + Double(amount) }
    }

    /// Sets a gauge.
    func set(_ metric: Metric, _ labels: [PublicWord] = [], to value: Double) {
        update(metric, labels) { _ in value }
    }

    /// Forgets a series, such as that of a mailbox that is no longer configured.
    func remove(_ metric: Metric, _ labels: [PublicWord] = []) {
        state.withLock { _ = $0.values.removeValue(forKey: Series(metric: metric, labels: labels)) }
    }

    /// The media type of `text`.
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// All families in the order of `Metric.all`, their series sorted by label. A counter without labels is shown
    /// before it has counted, so that a rate over it exists from the start.
    var text: String {
        let (values, dropped) = state.withLock { ($0.values, $0.dropped) }
        var grouped = Dictionary(grouping: values) { $0.key.metric }
            .mapValues { rows in rows.map { (labels: $0.key.labels, value: $0.value) } }
        grouped[.seriesDropped] = [(labels: [], value: dropped)]
        var result = ""
        for metric in Metric.all {
            var rows = grouped[metric] ?? []
            if rows.isEmpty, metric.kind == .counter, metric.labels.isEmpty { rows = [(labels: [], value: 0)] }
            if rows.isEmpty { continue }
            result += "# HELP \(metric.name.text) \(Self.escaped(metric.help.text, quotes: false))\n"
            result += "# TYPE \(metric.name.text) \(metric.kind.rawValue)\n"
            rows.sort { left, right in left.labels.map(\.text).lexicographicallyPrecedes(right.labels.map(\.text)) }
            for row in rows { result += Self.sample(metric, row.labels, row.value) }
        }
        return result
    }

    private func update(_ metric: Metric, _ labels: [PublicWord], _ change: (Double) -> Double) {
        precondition(labels.count == metric.labels.count, "a series has one value for each label of its metric")
        let series = Series(metric: metric, labels: labels)
        state.withLock { state in
            if let value = state.values[series] {
                state.values[series] = change(value)
            } else if state.values.count < limit {
                state.values[series] = change(0)
            } else {
                state.dropped += 1
            }
        }
    }

    private static func sample(_ metric: Metric, _ labels: [PublicWord], _ value: Double) -> String {
        let pairs = zip(metric.labels, labels).map { "\($0.text)=\"\(escaped($1.text, quotes: true))\"" }
        let block = pairs.isEmpty ? "" : "{" + pairs.joined(separator: ",") + "}"
        return "\(metric.name.text)\(block) \(number(value))\n"
    }

    /// Whole numbers without a fraction; the rest as Go's ParseFloat reads them.
    private static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return Int64(exactly: value).map { String($0) } ?? String(value)
    }

    /// The format escapes backslash and line feed, in label values also the double quote.
    private static func escaped(_ text: String, quotes: Bool) -> String {
        let plain = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        return quotes ? plain.replacing("\"", with: "\\\"") : plain
    }
}
