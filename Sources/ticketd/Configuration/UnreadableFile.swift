/// A configuration file that could not be read at all, so that there is no setting yet to speak of.
struct UnreadableFile: Error {
    let problem: ConfigurationProblem

    init(path: String, line: Int? = nil, what: String, expected: String = "a TOML 1.0 file", remedy: String) {
        problem = ConfigurationProblem(place: path, line: line, what: what, expected: expected, remedy: remedy)
    }

    /// Trying again reads the same file.
    var isTransient: Bool { false }
}
