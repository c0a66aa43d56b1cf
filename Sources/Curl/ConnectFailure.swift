internal import CCurl
internal import Foundation

/// Turns libcurl's result and the last reply lines into one `CurlFailure`.
///
/// libcurl answers 67 for a wrong password and for a passing fault alike, so the server's own words decide; a login
/// counts as refused for good only on the response codes that say so.
package enum ConnectFailure {
    /// `lines` are the last reply lines, newest first. Pure.
    package static func classify(code: UInt32, lines: [[UInt8]], isIMAP: Bool) -> CurlFailure {
        switch CURLcode(rawValue: code) {
        case CURLE_LOGIN_DENIED, CURLE_REMOTE_ACCESS_DENIED, CURLE_AUTH_ERROR:
            return refusesForGood(lines, isIMAP: isIMAP) ? .loginRefused : .serverUnavailable
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_USE_SSL_FAILED, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_ENGINE_INITFAILED,
            CURLE_SSL_CRL_BADFILE, CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS:
            return .tlsRefused
        case CURLE_WEIRD_SERVER_REPLY, CURLE_FTP_ACCEPT_FAILED:
            return saysNotNow(lines, isIMAP: isIMAP) ? .serverUnavailable : .protocolViolation
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING:
            return saysNotNow(lines, isIMAP: isIMAP) ? .serverUnavailable : .unreachable
        default:
            return .unreachable
        }
    }

    /// The server answered the login with NO without a reason we know, and offered no SASL mechanism of ours.
    static func offeredNoMechanism(code: UInt32, lines: [[UInt8]]) -> Bool {
        guard CURLcode(rawValue: code) == CURLE_LOGIN_DENIED, let last = lines.first else { return false }
        // The last thing said was the OK to CAPABILITY: no authentication was even tried.
        return imapStatus(last)?.status == "OK" && !lines.contains { imapStatus($0).map { $0.status != "OK" } ?? false }
    }

    private static let finalCodes: Set<String> = ["AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "EXPIRED"]

    private static func refusesForGood(_ lines: [[UInt8]], isIMAP: Bool) -> Bool {
        if let last = lines.first, let status = bearerStatus(last, isIMAP: isIMAP) { return isAboutToken(status) }
        if isIMAP {
            // RFC 5530 §3.
            return lines.contains { line in
                imapStatus(line).map { $0.status == "NO" && finalCodes.contains($0.code) } ?? false
            }
        }
        // RFC 4954 §6: 535 credentials invalid, 534 mechanism too weak. The newest failure decides.
        return lines.lazy.compactMap(smtpCode).first { $0 >= 400 }.map { $0 == 535 || $0 == 534 } ?? false
    }

    /// A refused token is answered by a challenge that holds JSON with an HTTP status (RFC 7628 §3.2.2). For XOAUTH2
    /// libcurl leaves there and never hears the NO.
    private static func bearerStatus(_ line: [UInt8], isIMAP: Bool) -> String? {
        let mark = Array((isIMAP ? "+ " : "334 ").utf8)
        guard line.starts(with: mark),
            let json = Data(base64Encoded: Data(line.dropFirst(mark.count).filter { $0 > 0x20 }))
        else { return nil }
        let text = String(decoding: json, as: UTF8.self).filter { $0 != " " }
        guard let start = text.range(of: "\"status\":\"") else { return nil }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }

    /// RFC 7628 §3.2.2 has the words of RFC 6750 §3.1 there; Google and Microsoft write HTTP statuses.
    private static func isAboutToken(_ status: String) -> Bool {
        status.hasPrefix("4") || ["invalid_token", "invalid_request", "insufficient_scope"].contains(status)
    }

    private static func saysNotNow(_ lines: [[UInt8]], isIMAP: Bool) -> Bool {
        lines.contains { line in
            if isIMAP {
                let words = line.prefix(6).map { $0 & 0xDF }
                return words.count >= 5 && line[0] == 0x2A && words[2...4].elementsEqual("BYE".utf8)
            }
            return smtpCode(line).map { $0 >= 400 } ?? false
        }
    }

    /// Status word and bracketed code of a tagged IMAP line, upper case.
    private static func imapStatus(_ line: [UInt8]) -> (status: String, code: String)? {
        let words = line.split(separator: 0x20, maxSplits: 3, omittingEmptySubsequences: true)
        guard words.count >= 2, let first = words[0].first, first != 0x2A, first != 0x2B else { return nil }
        let status = String(decoding: words[1].filter { $0 > 0x20 }, as: UTF8.self).uppercased()
        guard ["OK", "NO", "BAD"].contains(status) else { return nil }
        guard words.count >= 3, words[2].first == 0x5B else { return (status, "") }
        let code = words[2].dropFirst().prefix { $0 != 0x5D && $0 > 0x20 }
        return (status, String(decoding: code, as: UTF8.self).uppercased())
    }

    private static func smtpCode(_ line: [UInt8]) -> Int? {
        guard line.count >= 3, line[..<3].allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return line[..<3].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
