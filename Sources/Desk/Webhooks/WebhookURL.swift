import Foundation

/// Where a webhook is delivered: `https`, or `http` to this machine.
///
/// Only an admin sets one, nothing is followed from it, and its answer is read for nothing but its status: what is left
/// of making the desk ask on somebody's behalf is one POST of ids. Addresses that machines in data centres ask for
/// their own secrets are refused all the same.
package struct WebhookURL: Sendable, Equatable {
    package let text: String

    package init?(_ text: String) {
        guard text.utf8.count <= Limits.webhookURLBytes, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            let parts = URLComponents(string: text), let host = parts.host?.lowercased(), !host.isEmpty,
            parts.user == nil, parts.password == nil, parts.fragment == nil, !Self.isOfTheLink(host)
        else { return nil }
        switch parts.scheme?.lowercased() {
        case "https": break
        case "http" where Self.isLoopback(host): break
        default: return nil
        }
        self.text = text
    }

    package static let expected =
        "an https address without user, password and fragment; http to 127.0.0.1 or [::1] only"

    private static func isLoopback(_ host: String) -> Bool {
        host == "127.0.0.1" || host == "[::1]" || host == "::1"
    }

    /// RFC 3927, RFC 4291 §2.5.6: addresses that mean something on one link only; and the one IPv6 address by which
    /// machines of a large provider ask for their secrets.
    private static func isOfTheLink(_ host: String) -> Bool {
        guard host.contains(":") else { return host.hasPrefix("169.254.") }
        let bare = host.drop { $0 == "[" }
        return ["fe8", "fe9", "fea", "feb"].contains { bare.hasPrefix($0) } || bare.contains("169.254.")
            || bare.contains("a9fe:") || bare.hasPrefix("fd00:ec2::254")
    }
}
