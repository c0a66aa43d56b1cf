import Web

/// What a search did not see, in words.
enum SearchCoverageText {
    /// Under what was found; nil when all was searched.
    static func remark(_ coverage: APISearchCoverage) -> String? {
        let since = coverage.reaches.map { TicketText.day($0) }
        switch coverage.state {
        case "complete": return nil
        case "off": return "Nothing was searched: search.memory_limit is too small for it."
        case "filling":
            let reach = since.map { ": all that changed since \($0) is there" } ?? ""
            return "The search is still being filled (\(coverage.percent) %)\(reach)."
        default:
            let reach = since.map { "only what changed since \($0)" } ?? "not everything"
            return "Searched was \(reach); search.memory_limit holds no more."
        }
    }

    /// In the status.
    static func line(_ coverage: APISearchCoverage) -> String {
        let size = "\(coverage.bytes / 1_048_576) MiB"
        switch coverage.state {
        case "complete": return "search: complete, \(size)"
        case "off": return "search: off"
        case "filling": return "search: \(coverage.percent) % filled, \(size)"
        default:
            let since = coverage.reaches.map { " since \(TicketText.day($0))" } ?? ""
            return "search: what changed\(since), \(size); search.memory_limit holds no more"
        }
    }
}
