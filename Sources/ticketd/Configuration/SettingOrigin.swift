/// Where the effective value of a setting comes from. Later origins win: file, then environment, then flag.
enum SettingOrigin: Sendable, Equatable {
    case standard
    case file(String, line: Int)
    case environment(String)
    case flag(String)

    /// The place an operator has to look at.
    var place: String {
        switch self {
        case .standard: "default"
        case .file(let path, _): path
        case .environment(let variable): "environment variable \(variable)"
        case .flag(let name): "flag --set \(name)"
        }
    }

    var line: Int? {
        if case .file(_, let line) = self { line } else { nil }
    }

    /// The short form `config show` prints: `default`, `file:line`, the variable or the flag.
    var text: String {
        switch self {
        case .standard: "default"
        case .file(let path, let line): "\(path):\(line)"
        case .environment(let variable): "env \(variable)"
        case .flag(let name): "--set \(name)"
        }
    }
}
