/// What one examination found, and how to mend it.
struct Finding: Sendable, Equatable {
    enum Verdict: String, Sendable {
        case well = "ok"
        case remark = "note"
        case problem
    }

    let check: String
    let verdict: Verdict
    /// What is so.
    let message: String
    /// The command or act that mends it; empty when all is well.
    let remedy: String

    static func well(_ check: String, _ message: String) -> Finding {
        Finding(check: check, verdict: .well, message: message, remedy: "")
    }

    static func remark(_ check: String, _ message: String, mend: String) -> Finding {
        Finding(check: check, verdict: .remark, message: message, remedy: mend)
    }

    static func problem(_ check: String, _ message: String, mend: String) -> Finding {
        Finding(check: check, verdict: .problem, message: message, remedy: mend)
    }

    init(check: String, verdict: Verdict, message: String, remedy: String) {
        self.check = check
        self.verdict = verdict
        self.message = message
        self.remedy = remedy
    }

    init(_ check: String, _ error: OperatorError) {
        self.init(check: check, verdict: .problem, message: "\(error.what): \(error.thing)", remedy: error.remedy)
    }

    init(_ problem: ConfigurationProblem) {
        let place = problem.line.map { "\(problem.place):\($0)" } ?? problem.place
        self.init(
            check: "configuration", verdict: .problem, message: "\(place): \(problem.what)",
            remedy: "expected \(problem.expected); \(problem.remedy)")
    }

    /// The same under another heading.
    func named(_ check: String) -> Finding {
        Finding(check: check, verdict: verdict, message: message, remedy: remedy)
    }

    var line: String {
        let mark =
            switch verdict {
            case .well: "ok      "
            case .remark: "note    "
            case .problem: "PROBLEM "
            }
        return remedy.isEmpty ? "\(mark) \(check): \(message)" : "\(mark) \(check): \(message)\n         → \(remedy)"
    }

    var json: JSONText.Value {
        .object([
            ("check", .string(check)), ("verdict", .string(verdict.rawValue)), ("message", .string(message)),
            ("remedy", remedy.isEmpty ? .null : .string(remedy)),
        ])
    }
}
