/// Why a secret could not be read. It says where ticketd looked and never holds a byte of the secret.
enum SecretFailure: Error, Equatable, CustomStringConvertible {
    /// Nothing stands at any of the places.
    case missing(places: [String])
    /// Something stands there and cannot be read.
    case unreadable(place: String, code: Int32)
    case empty(place: String)
    case tooLarge(place: String)
    /// `systemd-creds` ran and refused.
    case undecryptable(place: String)

    /// A file may appear or become readable; a wrong one stays wrong.
    var isTransient: Bool {
        switch self {
        case .missing, .unreadable: true
        case .empty, .tooLarge, .undecryptable: false
        }
    }

    var description: String {
        switch self {
        case .missing(let places):
            "the secret was not found; looked at \(places.joined(separator: ", ")); create one of them"
        case .unreadable(let place, let code):
            "the secret at \(place) cannot be read (errno \(code)); run the command with sudo, or as ticketd's own user"
        case .empty(let place):
            "the secret at \(place) is empty; write the secret into it"
        case .tooLarge(let place):
            "the secret at \(place) is larger than 64 KiB; check that it is the right file"
        case .undecryptable(let place):
            "systemd-creds could not decrypt \(place); encrypt it again on this machine with `systemd-creds encrypt`"
        }
    }
}
