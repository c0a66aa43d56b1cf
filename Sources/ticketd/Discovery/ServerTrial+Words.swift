import Curl

/// What was found of a server, in words, with what to do about it.
extension ServerTrial.Outcome {
    /// Nil when all is well.
    func words(_ url: String) -> (what: String, remedy: String)? {
        let server = MailServer(url)
        let isIMAP = server?.scheme == .imap || server?.scheme == .imaps
        let option = isIMAP ? "--imap" : "--smtp"
        switch self {
        case .well: return nil
        case .noAddress:
            return (
                "there is no such host: \(url)", "Check the name in `imap` or `smtp` (\(option)) for a typing mistake."
            )
        case .refused:
            return (
                "nobody listens at \(url)",
                "Check host and port (\(option)); mail servers use \(Self.ports(isIMAP))."
            )
        case .silent:
            return (
                "\(url) does not answer: the port is blocked, or the host is down",
                "Open outgoing connections to \(Self.ports(isIMAP)) in your firewall and at your hosting provider, "
                    + "or use the other port."
            )
        case .noEncryption:
            return (
                "\(url) offers no TLS in this way", Self.otherWay(server) + " Passwords and mail never go without TLS."
            )
        case .untrusted:
            return (
                "the certificate of \(url) is of no authority that is trusted here",
                "If it is your own authority's, name its certificate with ca_file (--ca-file); otherwise somebody "
                    + "may be reading along: do not go on."
            )
        case .otherName:
            return (
                "the certificate of \(url) is for another name",
                "Use the name that stands in the certificate; your provider's help page tells it."
            )
        case .expired:
            return (
                "the certificate of \(url) is not valid at this time",
                "Look at this machine's clock (`timedatectl`); if it is right, the server needs a new certificate."
            )
        case .otherProtocol:
            return (
                "\(url) does not speak \(isIMAP ? "IMAP" : "SMTP")",
                "Check host and port; mail servers use \(Self.ports(isIMAP))."
            )
        case .unavailable: return ("\(url) says that it is not available now", "Try again later.")
        }
    }

    private static func ports(_ isIMAP: Bool) -> String {
        isIMAP ? "993 (imaps://) or 143 (imap://)" : "465 (smtps://) or 587 (smtp://)"
    }

    private static func otherWay(_ server: MailServer?) -> String {
        guard let server else { return "Check the scheme." }
        let host = server.endpoint.hostText
        return switch server.scheme {
        case .imaps: "Try imap://\(host), which is STARTTLS on port 143."
        case .imap: "Try imaps://\(host), which is TLS on port 993."
        case .smtps: "Try smtp://\(host), which is STARTTLS on port 587."
        case .smtp: "Try smtps://\(host), which is TLS on port 465."
        }
    }
}
