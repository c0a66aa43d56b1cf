import Foundation

/// The configuration that a package ships: it sets nothing and says what to do.
///
/// It is the same in every version, so that a package manager, which asks when a file was changed on both sides, has
/// nothing to ask about one that only `init` or its operator changed. `config/unconfigured.toml` holds the same text.
enum UnconfiguredFile {
    static let text = """
        # ticketd is installed and not set up yet.
        #
        # `ticketd init support@example.com` asks for what it needs, makes the keys and writes this file anew, but only
        # while nothing in it has been changed.
        #
        # Every setting is explained in ticketd.toml(5) and in /usr/share/doc/ticketd/examples/ticketd.toml.

        """

    /// Whether the file at `path` is the shipped one, untouched.
    static func stands(at path: String) -> Bool {
        FileManager.default.contents(atPath: path) == Data(text.utf8)
    }
}
