/// The rules of `mailbox.oauth`: what each way of signing in needs, and that nothing secret goes in clear.
struct OAuthCheck {
    let mailbox: Int

    func run(on collector: inout SettingsCollector) {
        let key = MailboxSettings.Keys.oauth
        guard let oauth = collector.value(key, mailbox: mailbox),
            // With a password beside it there is another thing to say first.
            collector.entries[SettingPlace(key: MailboxSettings.Keys.password.key, mailbox: mailbox)] == nil,
            let fault = fault(of: oauth)
        else { return }
        collector.report(
            ConfigurationProblem(
                at: collector.origin(key.key, mailbox: mailbox), setting: key.key, what: fault.what,
                expected: fault.expected, remedy: fault.remedy))
    }

    private struct Fault {
        let what: String
        let expected: String
        let remedy: String
    }

    private func fault(of oauth: OAuthSettings) -> Fault? {
        guard oauth.clientID != nil else {
            return Fault(
                what: "oauth has no client_id", expected: "the id of an application of yours at the provider",
                remedy:
                    "register one (README, “Signing in with OAuth”) and write oauth = {provider = "
                    + "\"\(oauth.provider.rawValue)\", client_id = \"…\"}")
        }
        if let name = plainAddress(oauth) {
            return Fault(
                what: "oauth.\(name) is not https", expected: "an https address; http only to this machine",
                remedy: "write https://")
        }
        switch oauth.effectiveFlow {
        case .device:
            guard oauth.provider != .google else {
                return Fault(
                    what: "Google gives no mail scope to device codes", expected: "flow = \"code\"",
                    remedy: "remove flow")
            }
            return missing("device_url", isThere: oauth.effectiveDeviceURL != nil, for: .device)
        case .code: return missing("authorization_url", isThere: oauth.effectiveAuthorizationURL != nil, for: .code)
        case .client:
            guard oauth.provider != .google else {
                return Fault(
                    what: "Google has no client credentials for mail", expected: "flow = \"code\"",
                    remedy: "remove flow")
            }
            return missing("client_secret", isThere: oauth.clientSecret != nil, for: .client)
                ?? missing("tenant", isThere: oauth.provider != .microsoft || oauth.tenant != nil, for: .client)
        }
    }

    private func missing(_ name: String, isThere: Bool, for flow: OAuthSettings.Flow) -> Fault? {
        isThere
            ? nil
            : Fault(
                what: "oauth with flow = \"\(flow.rawValue)\" has no \(name)", expected: "\(name) in the table",
                remedy: "add \(name), or choose another flow")
    }

    private func plainAddress(_ oauth: OAuthSettings) -> String? {
        let addresses = [
            ("token_url", oauth.tokenURL), ("device_url", oauth.deviceURL),
            ("authorization_url", oauth.authorizationURL),
        ]
        return addresses.first { _, url in
            guard let url, !url.hasPrefix("https://") else { return false }
            let host = url.dropFirst("http://".count).prefix { !"/?#".contains($0) }
            return !["127.0.0.1", "localhost", "[::1]"].contains { host == $0 || host.hasPrefix($0 + ":") }
        }?.0
    }
}
