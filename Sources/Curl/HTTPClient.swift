internal import CCurl

/// Sends one HTTP request and reads the whole answer, off the cooperative pool. For the command line, OAuth and tests.
///
/// No redirects, no cookies, no proxy for Unix sockets and loopback, no connection kept.
package enum HTTPClient {
    package nonisolated(nonsending) static func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        guard let handle = CurlHandle(bodyLimit: request.responseLimit) else { throw .overloaded }
        prepare(handle, request)
        guard !handle.settingFailed else { throw .overloaded }
        let code = await ConnectorPool.shared.run({ handle.perform().rawValue }, onCancel: handle.raiseStop)
        guard let code else { throw .overloaded }
        defer { handle.close() }
        switch CURLcode(rawValue: code) {
        case CURLE_OK:
            return HTTPResponse(
                status: handle.responseCode, headerBytes: handle.headerBytes, body: handle.body,
                certificateEnds: handle.certificateEnd.flatMap(ServerTrial.moment))
        case CURLE_WRITE_ERROR where handle.isOverflowed: throw .tooLarge
        case CURLE_OPERATION_TIMEDOUT: throw .timedOut
        case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: throw .unreachable
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM:
            throw .tlsRefused
        default: throw .dropped
        }
    }

    private static func prepare(_ handle: CurlHandle, _ request: HTTPRequest) {
        handle.set(CURLOPT_URL, request.url)
        handle.set(CURLOPT_PROTOCOLS_STR, "http,https")
        handle.set(CURLOPT_TIMEOUT_MS, request.timeout.milliseconds)
        handle.set(CURLOPT_CONNECTTIMEOUT_MS, min(request.timeout, Limits.connectTimeout).milliseconds)
        handle.set(CURLOPT_PATH_AS_IS, 1)
        handle.catchHeaders()
        if request.inspectsCertificate { handle.set(CURLOPT_CERTINFO, 1) }
        handle.requireVerifiedTLS(caFile: request.caFile)
        if let path = request.unixSocket { handle.set(CURLOPT_UNIX_SOCKET_PATH, path) }
        if request.unixSocket != nil || ServerEndpoint.isLoopback(host(of: request.url)) {
            handle.set(CURLOPT_NOPROXY, "*")
        }
        if let body = request.body { handle.setBody(body) }
        if request.method == "HEAD" {
            handle.set(CURLOPT_NOBODY, 1)
        } else {
            handle.set(CURLOPT_CUSTOMREQUEST, request.method)
        }
        // An empty Expect keeps libcurl from waiting a second for 100 Continue; `name;` sends an empty header.
        var lines = ["Expect:"]
        if request.body != nil, !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
            lines.append("Content-Type:")
        }
        lines += request.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        handle.set(CURLOPT_HTTPHEADER, list: lines)
    }

    private static func host(of url: String) -> String {
        let authority = url.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
        return String(authority.prefix { $0 != ":" })
    }
}
