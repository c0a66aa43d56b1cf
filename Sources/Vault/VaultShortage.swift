/// What Vault needed and did not get.
package enum VaultShortage: Error, Equatable {
    /// The random generator refused. Sealing without it would be worse than stopping.
    case randomness
    /// libcrypto failed where only want of memory makes it fail.
    case cryptography
    /// A key shared by all has sealed as often as one key safely may; it must be rotated.
    case exhausted
    /// The cabinet failed, with the failure of whoever implements it.
    case cabinet(any Error)

    package var isTransient: Bool {
        switch self {
        case .randomness, .cryptography, .cabinet: true
        case .exhausted: false
        }
    }

    package static func == (left: VaultShortage, right: VaultShortage) -> Bool {
        switch (left, right) {
        case (.randomness, .randomness), (.cryptography, .cryptography), (.exhausted, .exhausted): true
        case (.cabinet, .cabinet): true
        default: false
        }
    }
}
