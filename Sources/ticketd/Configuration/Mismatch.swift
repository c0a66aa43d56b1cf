/// Why a value does not fit its kind.
struct Mismatch: Error, Equatable {
    let expected: String
    /// What stood there instead, when that may be shown.
    var found: String?
    /// What to do, when there is something better to say than "change the value".
    var remedy: String?

    /// The value stays wrong until someone edits it.
    var isTransient: Bool { false }
}
