/// One answer, whole. The security headers are added in one place, by `Site`.
package struct WebResponse: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
    /// What follows the body; nil for an answer that is whole.
    package var stream: BodyStream?

    package init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    static func text(_ status: Int, _ text: String, contentType: String = "text/plain; charset=utf-8") -> WebResponse {
        WebResponse(status: status, headers: [("Content-Type", contentType)], body: Array(text.utf8))
    }

    static func html(_ status: Int, _ page: String) -> WebResponse {
        text(status, page, contentType: "text/html; charset=utf-8")
    }

    /// The first header of this name, whatever its case.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    func with(_ name: String, _ value: String) -> WebResponse {
        var response = self
        response.headers.append((name, value))
        return response
    }

    /// Adds what every answer carries (gdpr.md C4); a header the handler chose itself stays.
    func hardened() -> WebResponse {
        var response = self
        for (name, value) in Self.protection where header(name) == nil { response.headers.append((name, value)) }
        return response
    }

    private static let protection: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-store"),
        ("X-Robots-Tag", "noindex"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
}
