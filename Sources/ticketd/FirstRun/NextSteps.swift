import Mail

/// What `init` prints at the end: what to publish, what to put in front, what to start.
struct NextSteps: Sendable {
    let answers: FirstRunAnswers
    let layout: FirstRunLayout
    /// Questions that only a person can answer and nobody has.
    let open: [String]

    var text: String {
        let domain = answers.domain
        let configuration = layout.namesFiles ? " --config \(layout.configuration)" : ""
        var lines = [
            "", "Written: \(layout.configuration)", "",
            "DNS of \(domain), so that your answers arrive:",
            "  \(domain).         TXT  \"v=spf1 include:YOUR-MAIL-PROVIDER -all\"",
            "  _dmarc.\(domain).  TXT  \"v=DMARC1; p=none; rua=mailto:postmaster@\(domain)\"", "",
        ]
        if answers.publicURL.isEmpty {
            lines += ["Set service.public_url: without an https address nothing is sent.", ""]
        } else {
            lines += [
                "Put a proxy with TLS in front of 127.0.0.1:8025 for \(answers.publicURL); examples are in",
                "  /usr/share/doc/ticketd/examples/nginx.conf and Caddyfile.", "",
            ]
        }
        if !open.isEmpty { lines += ["Still open, in \(layout.configuration):"] + open.map { "  \($0)" } + [""] }
        lines += [
            "Copies of the keys go to \(layout.keysBackups). They belong on another machine: mount a folder of one and",
            "  set backup.keys.to, before the first customer writes.", "", "Next:",
        ]
        if layout.namesFiles {
            lines += ["  ticketd serve\(configuration)", "  ticketd check\(configuration)   # while it runs"]
        } else {
            lines += ["  systemctl enable --now ticketd", "  ticketd check", "  journalctl -fu ticketd"]
        }
        return lines.joined(separator: "\n")
    }
}
