package import Desk
import Foundation

/// The page of a breach's notification.
extension Pages {
    package func breachReport(_ report: BreachReport) -> String {
        let rows = report.rows.map { row -> [String: Any] in
            let lines = (row.value ?? BreachReport.open).split(separator: "\n", omittingEmptySubsequences: false)
            return ["label": row.label, "article": row.article, "lines": lines.map { String($0) }]
        }
        let made = "Made on \(report.madeAt.formatted(.iso8601)), law profile \(report.law)."
        let values: [String: Any] = ["title": report.title, "made": made, "rows": rows]
        return render("breachReport", values, language: .english, service: nil, depth: 0)
    }
}
