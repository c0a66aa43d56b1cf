package import Desk

/// One request, read whole. Handlers are functions of this value and know nothing of sockets.
///
/// The Host header is among the headers and nothing looks at it: links are built from the configuration.
package struct WebRequest: Sendable {
    package var method: String
    /// As sent, without the query, percent-encoding untouched: no route of ours needs it.
    package var path: String
    package var query: String
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
    package var listener: Listener
    /// Who asks, as far as it is known. Nobody is known over TCP before the token is looked at.
    package var principal: Principal?
    /// The number of the local user at the other end of the admin socket, where the kernel names one.
    package var localUser: UInt32?
    /// What the route's pattern found in the path.
    package var parameters: [String: String] = [:]

    package init(
        method: String, target: String, headers: [(name: String, value: String)] = [], body: [UInt8] = [],
        listener: Listener, principal: Principal? = nil, localUser: UInt32? = nil
    ) {
        self.method = method
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.path = parts.first.map(String.init) ?? ""
        self.query = parts.count > 1 ? String(parts[1]) : ""
        self.headers = headers
        self.body = body
        self.listener = listener
        self.principal = principal
        self.localUser = localUser
    }

    /// The first header of this name, whatever its case.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The media type of the body in lower case, without parameters; nil when there is none.
    package var mediaType: String? {
        guard let value = header("content-type") else { return nil }
        return value.prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
    }

    /// Fields of the query; nil when it is no query or too large.
    var queryFields: FormFields? { FormFields(urlEncoded: Array(query.utf8)) }
}
