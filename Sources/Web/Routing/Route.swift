import Desk

/// One row of the route table: which method on which path, behind which doors, for whom, and what answers.
package struct Route: Sendable {
    package typealias Handler = @Sendable (WebRequest) async -> WebResponse

    /// Who may come as far as the handler. What a principal may do is decided at the desk, not here.
    package enum Access: Sendable {
        case everybody
        case principals
    }

    package var method: String
    /// `/api/v1/tickets/{number}`: a name in braces takes exactly one segment of a path.
    package var pattern: String
    package var listeners: Set<Listener>
    package var access: Access
    /// A larger body is refused before it is read.
    package var bodyLimit: Int
    package var handler: Handler

    package init(
        _ method: String, _ pattern: String, on listeners: Set<Listener>, for access: Access,
        bodyLimit: Int = Limits.bodyBytes, handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        self.listeners = listeners
        self.access = access
        self.bodyLimit = bodyLimit
        self.handler = handler
    }

    /// What the pattern finds in these segments; nil when it does not fit.
    func parameters(in segments: [Substring]) -> [String: String]? {
        let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == segments.count else { return nil }
        var found: [String: String] = [:]
        for (part, segment) in zip(parts, segments) {
            if part.hasPrefix("{"), part.hasSuffix("}") {
                guard !segment.isEmpty else { return nil }
                found[String(part.dropFirst().dropLast())] = String(segment)
            } else if part != segment {
                return nil
            }
        }
        return found
    }
}
