internal import CCurl
package import Foundation

/// Connects to a mail server without a login and says, as precisely as libcurl can, what it found: for the first run
/// and the doctor, who must tell a firewall from a wrong port from a foreign certificate.
///
/// Nothing secret can leave: there is no login to send.
package enum ServerTrial {
    package enum Outcome: Sendable, Hashable {
        /// It speaks its protocol, inside TLS that proves its name; `certificateEnds` is nil without TLS.
        case well(certificateEnds: Date?)
        case noAddress
        /// Nobody listens on this port.
        case refused
        /// No answer in time: what a firewall does.
        case silent
        /// It offers no TLS, or not in the way the scheme says.
        case noEncryption
        /// No authority that is trusted here signed its certificate.
        case untrusted
        /// The certificate is somebody else's.
        case otherName
        case expired
        case otherProtocol
        /// It answered, and said that it will not serve us now.
        case unavailable
    }

    package nonisolated(nonsending) static func run(
        _ endpoint: ServerEndpoint, caFile: String?, timeout: Duration = Limits.connectTimeout,
        helloName: String = "localhost"
    ) async -> Outcome {
        let options = CurlConnection.Options(caFile: caFile, timeout: timeout, helloName: helloName)
        guard
            let handle = CurlConnection.prepare(endpoint, login: .none, options: options, usesLoginCommand: false)
        else { return .noAddress }
        handle.set(CURLOPT_CERTINFO, 1)
        let code = await ConnectorPool.shared.run({ handle.perform().rawValue }, onCancel: handle.raiseStop)
        defer {
            // libcurl would say LOGOUT or QUIT and wait for the answer.
            if let socket = handle.socket { shutdown(socket, Int32(SHUT_RDWR)) }
            handle.close()
        }
        guard let code else { return .unavailable }
        guard code == CURLE_OK.rawValue else {
            return outcome(code: code, verifyResult: handle.verifyResult, endpoint: endpoint, lines: handle.replyLines)
        }
        return .well(certificateEnds: handle.certificateEnd.flatMap(moment))
    }

    /// Pure.
    static func outcome(code: UInt32, verifyResult: Int, endpoint: ServerEndpoint, lines: [[UInt8]]) -> Outcome {
        switch CURLcode(rawValue: code) {
        case CURLE_COULDNT_RESOLVE_HOST: return .noAddress
        case CURLE_COULDNT_CONNECT: return .refused
        // Who spoke, and not in a way that libcurl could go on with, has another protocol.
        case CURLE_OPERATION_TIMEDOUT: return lines.isEmpty ? .silent : .otherProtocol
        case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR: return .noEncryption
        case CURLE_PEER_FAILED_VERIFICATION: return foundWrong(verifyResult)
        case CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR: return .untrusted
        default: break
        }
        switch ConnectFailure.classify(code: code, lines: lines, isIMAP: endpoint.scheme.isIMAP) {
        case .serverUnavailable, .loginRefused: return .unavailable
        case .tlsRefused: return .untrusted
        case .protocolViolation: return .otherProtocol
        case .unreachable, .dropped: return .silent
        }
    }

    /// Numbers of openssl/x509_vfy.h. libcurl compares the name itself, before it asks OpenSSL for a result: then what
    /// it began with still stands there.
    private static func foundWrong(_ verifyResult: Int) -> Outcome {
        switch verifyResult {
        case 0, 1: .otherName
        case 9, 10: .expired
        default: .untrusted
        }
    }

    /// As ASN1_TIME_print(3) writes it: `Dec  4 09:00:00 2026 GMT`.
    static func moment(_ text: String) -> Date? {
        let words = text.split { $0 == " " || $0 == ":" }.map(String.init)
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count >= 6, let month = months.firstIndex(of: words[0]), let day = Int(words[1]),
            let hour = Int(words[2]), let minute = Int(words[3]), let second = Int(words[4].prefix { $0 != "." }),
            let year = Int(words[5])
        else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        guard let greenwich = TimeZone(secondsFromGMT: 0) else { return nil }
        calendar.timeZone = greenwich
        return calendar.date(
            from: DateComponents(
                year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second))
    }
}
