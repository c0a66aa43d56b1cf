/// One HTTP request, to a URL over TCP or to a daemon on a Unix socket. Nothing is followed, remembered or retried.
///
/// Refuses at once (`init?`) what could end a line or a header: controls in method, URL, header names and values.
package struct HTTPRequest: Sendable {
    package let method: String
    package let url: String
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]?
    /// `CURLOPT_UNIX_SOCKET_PATH`: the host of the URL is then only a name in the Host header.
    package var unixSocket: String?
    package var caFile: String?
    package var timeout = Limits.requestTimeout
    /// Whether the answer shall tell until when the server's certificate is valid.
    package var inspectsCertificate = false
    package var responseLimit = Limits.responseBytes

    package init?(
        _ method: String = "GET", _ url: String, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil
    ) {
        guard !method.isEmpty, method.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
        guard url.hasPrefix("http://") || url.hasPrefix("https://"), url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { return nil }
        for header in headers {
            guard !header.name.isEmpty, header.name.utf8.allSatisfy(Self.isTokenByte),
                header.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
            else { return nil }
        }
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }

    /// RFC 9110 §5.6.2.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
