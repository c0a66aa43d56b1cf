/// What `init` prints at the end: what to publish, what to put in front, what to start.
struct NextSteps: Sendable {
    let answers: FirstRunAnswers
    let layout: FirstRunLayout
    /// Questions that only a person can answer and nobody has.
    let open: [String]

    var text: String {
        ([["", "Written: \(layout.configuration)", ""], names, proxy, stillOpen, backups, commands].flatMap { $0 })
            .joined(separator: "\n")
    }

    private var names: [String] {
        if let provider = KnownProvider.serving(domain: answers.domain) {
            return ["The DNS of \(answers.domain) is the business of \(provider.name).", ""]
        }
        let domain = answers.domain
        let host = MailServer(answers.smtp)?.endpoint.host ?? ""
        let sender = KnownProvider.all.first { MailServer($0.smtp)?.endpoint.host == host }?.policy
        let policy = sender ?? (host.hasSuffix("." + domain) ? "mx" : "include:YOUR-MAIL-PROVIDER")
        return [
            "DNS of \(domain), so that your answers arrive (what is there already stays):",
            "  \(domain).         TXT  \"v=spf1 \(policy) -all\"",
            "  _dmarc.\(domain).  TXT  \"v=DMARC1; p=none; rua=mailto:postmaster@\(domain)\"",
            "  DKIM: let the server that sends your mail sign it; its provider names the record to publish.",
            "",
        ]
    }

    private var proxy: [String] {
        guard let url = PublicURL(answers.publicURL) else {
            return ["Set service.public_url: without an https address nothing is sent.", ""]
        }
        let source = "/usr/share/doc/ticketd/examples/nginx.conf"
        return [
            "Put a proxy with TLS in front of 127.0.0.1:8025 for \(url.text), for nginx:",
            "  sed 's/help\\.example\\.com/\(url.host)/g' \(source) > /etc/nginx/conf.d/ticketd.conf",
            "For Caddy, start from the Caddyfile beside it.", "",
        ]
    }

    private var stillOpen: [String] {
        guard !open.isEmpty else { return [] }
        return ["Still open, in \(layout.configuration):"] + open.map { "  \($0)" } + [""]
    }

    private var backups: [String] {
        [
            "Copies of the keys go to \(layout.keysBackups). They belong on another machine: mount a folder of one and",
            "  set backup.keys.to, before the first customer writes.", "",
        ]
    }

    private var commands: [String] {
        guard !layout.namesFiles else {
            let option = " --config \(layout.configuration)"
            return ["Next:", "  ticketd serve\(option)", "  ticketd check\(option)   # while it runs"]
        }
        return [
            "Next:", "  systemctl enable --now ticketd   # start it, now and at every boot",
            "  systemctl status ticketd         # how it is; its log: journalctl -u ticketd",
            "  systemctl reload ticketd         # after a change of the configuration",
            "Then: ticketd check",
        ]
    }
}
