/// What the providers document of themselves, written down in November 2026. Every address can be set instead.
extension OAuthSettings {
    /// What the provider takes without more being said.
    var effectiveFlow: Flow {
        if let flow { return flow }
        switch provider {
        case .microsoft: return .device
        case .google: return .code
        case .custom: return deviceURL != nil ? .device : authorizationURL != nil ? .code : .client
        }
    }

    var effectiveTokenURL: String? { tokenURL ?? address("token", google: "https://oauth2.googleapis.com/token") }

    /// Google has one, which gives no mail scope.
    var effectiveDeviceURL: String? { deviceURL ?? address("devicecode", google: nil) }

    var effectiveAuthorizationURL: String? {
        authorizationURL ?? address("authorize", google: "https://accounts.google.com/o/oauth2/v2/auth")
    }

    var effectiveScopes: [String] {
        guard scopes.isEmpty else { return scopes }
        switch provider {
        case .microsoft where effectiveFlow == .client: return ["https://outlook.office365.com/.default"]
        case .microsoft:
            return [
                "https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send",
                "offline_access",
            ]
        case .google: return ["https://mail.google.com/"]
        case .custom: return []
        }
    }

    private func address(_ name: String, google: String?) -> String? {
        switch provider {
        case .microsoft: "https://login.microsoftonline.com/\(tenant ?? "common")/oauth2/v2.0/\(name)"
        case .google: google
        case .custom: nil
        }
    }
}
