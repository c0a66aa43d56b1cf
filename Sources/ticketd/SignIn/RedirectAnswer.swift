import Foundation

/// What a browser brings back from the provider's page (RFC 6749 §4.1.2): a code, or an error and no code.
struct RedirectAnswer: Sendable, Equatable {
    let state: String
    let code: String?

    /// The whole address, as a person copies it from the address line.
    init?(address: String) {
        guard address.utf8.count <= SignInLimits.headBytes, let mark = address.firstIndex(of: "?") else { return nil }
        self.init(query: String(address[address.index(after: mark)...].prefix { $0 != "#" && !$0.isWhitespace }))
    }

    /// The first line of an HTTP request: `GET /?code=…&state=… HTTP/1.1`.
    init?(requestLine line: String) {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[0] == "GET", words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/?") else {
            return nil
        }
        self.init(query: String(words[1].dropFirst(2)))
    }

    private init?(query: String) {
        var values: [String: String] = [:]
        for pair in query.split(separator: "&").prefix(SignInLimits.fields) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let value = String(parts[1]).replacing("+", with: " ").removingPercentEncoding,
                // A field that comes twice could mean one thing to us and another to the provider.
                values.updateValue(value, forKey: String(parts[0])) == nil
            else { return nil }
        }
        guard let state = values["state"], !state.isEmpty else { return nil }
        self.state = state
        code = values["error"] == nil ? values["code"] : nil
        guard code != nil || values["error"] != nil else { return nil }
    }
}

/// The numbers of waiting for a browser.
enum SignInLimits {
    /// A request's head: a code is some hundred bytes, cookies of other things on 127.0.0.1 may come with it.
    static let headBytes = 32 * 1024
    static let fields = 32
    /// A browser that connects and says nothing is passed over after this many milliseconds.
    static let patience: Int32 = 2_000
}
