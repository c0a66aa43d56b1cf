import Testing

@testable import ticketd

struct MetricsRegistryTests {
    private func name(_ text: String) throws -> PublicWord { PublicWord(try #require(PlainName(text))) }

    @Test func `families are shown in a fixed order with help, type and sorted series`() throws {
        let metrics = MetricsRegistry()
        metrics.add(3, to: .imapMessages, [try name("support"), "imported"])
        metrics.add(to: .imapMessages, [try name("sales"), "imported"])
        metrics.add(to: .imapMessages, [try name("support"), "ignored"])
        metrics.add(to: .imapMessages, [try name("support"), "imported"])
        metrics.set(.imapLastSuccess, [try name("support")], to: 1_764_000_000.25)
        metrics.set(.storeFree, to: 12_000_000_000)
        #expect(
            metrics.text == """
                # HELP ticketd_imap_last_success_timestamp When a mailbox was last read, in seconds since 1970.
                # TYPE ticketd_imap_last_success_timestamp gauge
                ticketd_imap_last_success_timestamp{mailbox="support"} 1764000000.25
                # HELP ticketd_imap_messages_total Messages taken from a mailbox, by what became of them.
                # TYPE ticketd_imap_messages_total counter
                ticketd_imap_messages_total{mailbox="sales",result="imported"} 1
                ticketd_imap_messages_total{mailbox="support",result="ignored"} 1
                ticketd_imap_messages_total{mailbox="support",result="imported"} 4
                # HELP ticketd_loops_broken_total Mail loops stopped.
                # TYPE ticketd_loops_broken_total counter
                ticketd_loops_broken_total 0
                # HELP ticketd_quarantined_total Messages that could not be read and were set aside.
                # TYPE ticketd_quarantined_total counter
                ticketd_quarantined_total 0
                # HELP ticketd_store_free_bytes Free space where the database is, in bytes.
                # TYPE ticketd_store_free_bytes gauge
                ticketd_store_free_bytes 12000000000
                # HELP ticketd_metric_updates_dropped_total Updates not shown because there are too many series.
                # TYPE ticketd_metric_updates_dropped_total counter
                ticketd_metric_updates_dropped_total 0

                """)
    }

    @Test func `a counter only grows, a gauge is what it was set to last`() {
        let metrics = MetricsRegistry()
        metrics.add(2, to: .loopsBroken)
        metrics.add(-1, to: .loopsBroken)
        metrics.set(.outboxMessages, ["queued"], to: 5)
        metrics.set(.outboxMessages, ["queued"], to: -3)
        #expect(metrics.text.contains("\nticketd_loops_broken_total 2\n"))
        #expect(metrics.text.contains("\nticketd_outbox_messages{state=\"queued\"} -3\n"))
        metrics.remove(.outboxMessages, ["queued"])
        #expect(!metrics.text.contains("outbox_messages"))
    }

    @Test func `values that end a line or a label are escaped`() {
        let metrics = MetricsRegistry()
        metrics.add(to: .unsubscribes, ["a\"b\\c\nd"])
        #expect(metrics.text.contains("\nticketd_unsubscribes_total{how=\"a\\\"b\\\\c\\nd\"} 1\n"))
    }

    @Test(arguments: [
        (Double.infinity, "+Inf"), (-.infinity, "-Inf"), (.nan, "NaN"), (1e300, "1e+300"), (0.5, "0.5"), (-0.0, "0"),
    ])
    func `numbers are written as Prometheus reads them`(value: Double, text: String) {
        let metrics = MetricsRegistry()
        metrics.set(.storeFree, to: value)
        #expect(metrics.text.contains("\nticketd_store_free_bytes \(text)\n"))
    }

    @Test func `beyond the limit new series are dropped and counted, old ones go on`() {
        let metrics = MetricsRegistry(limit: 3)
        for code in 450..<460 { metrics.add(to: .smtpAttempts, [PublicWord(code: code)]) }
        metrics.add(to: .smtpAttempts, [PublicWord(code: 450)])
        let lines = metrics.text.split(separator: "\n").filter { $0.hasPrefix("ticketd_smtp_attempts_total") }
        #expect(
            lines == [
                "ticketd_smtp_attempts_total{code=\"450\"} 2", "ticketd_smtp_attempts_total{code=\"451\"} 1",
                "ticketd_smtp_attempts_total{code=\"452\"} 1",
            ])
        #expect(metrics.text.contains("\nticketd_metric_updates_dropped_total 7\n"))
        #expect(MetricLimits.series == 1_000)
    }

    @Test func `every metric has the prefix, and counters end in total`() {
        #expect(Set(Metric.all.map(\.name)).count == Metric.all.count)
        for metric in Metric.all {
            #expect(metric.name.text.hasPrefix("ticketd_"))
            #expect(metric.name.text.hasSuffix("_total") == (metric.kind == .counter))
        }
    }

    @Test func `many tasks count without losing one`() async {
        let metrics = MetricsRegistry()
        await withTaskGroup { group in
            for _ in 0..<8 { group.addTask { for _ in 0..<500 { metrics.add(to: .loopsBroken) } } }
        }
        #expect(metrics.text.contains("\nticketd_loops_broken_total 4000\n"))
    }
}
