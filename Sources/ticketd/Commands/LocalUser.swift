import Glibc

/// Local users by name and number, as this machine knows them.
enum LocalUser {
    /// The number of a user given by name or as digits.
    static func number(of text: String) throws(OperatorError) -> UInt32 {
        if let number = UInt32(text) { return number }
        var entry = passwd()
        var buffer = [CChar](repeating: 0, count: bufferBytes)
        var found: UnsafeMutablePointer<passwd>?
        guard getpwnam_r(text, &entry, &buffer, buffer.count, &found) == 0, found != nil else {
            throw OperatorError(
                "this machine has no such user", thing: "--unix-user",
                remedy: "Give a name that `getent passwd` shows, or a number.", exitCode: .usage)
        }
        return entry.pw_uid
    }

    /// The name of a user; the number where this machine has none for it.
    static func name(of number: UInt32) -> String {
        var entry = passwd()
        var buffer = [CChar](repeating: 0, count: bufferBytes)
        var found: UnsafeMutablePointer<passwd>?
        guard getpwuid_r(number, &entry, &buffer, buffer.count, &found) == 0, found != nil, let name = entry.pw_name
        else { return String(number) }
        return String(cString: name)
    }

    /// getpwnam_r(3) suggests 1,024; names from a directory service may be longer.
    private static let bufferBytes = 16_384
}
