/// The numbers of the metrics.
enum MetricLimits {
    /// Series in all. Prometheus keeps each one in memory; more than this means that a label takes values it should
    /// not.
    static let series = 1_000
}
