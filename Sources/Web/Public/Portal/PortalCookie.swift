import Desk

/// The one cookie there is, and only while somebody is signed in (ePrivacy 5(3): strictly necessary).
enum PortalCookie {
    /// The prefix makes browsers refuse the cookie from any other host, without TLS, and for less than the whole site.
    static let name = "__Host-my"

    static func setting(_ token: PortalPass) -> String {
        "\(name)=\(token.text); Path=/; Secure; HttpOnly; SameSite=Strict"
    }

    static let clearing = "\(name)=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0"

    /// The session a request names. Two cookies of the name are none: one of them is somebody else's.
    static func session(of request: WebRequest) -> PortalPass? {
        let values = request.headers.filter { $0.name.lowercased() == "cookie" }
            .flatMap { $0.value.split(separator: ";") }
            .compactMap { pair -> Substring? in
                let pair = pair.drop { $0 == " " }
                return pair.hasPrefix(name + "=") ? pair.dropFirst(name.count + 1) : nil
            }
        return values.count == 1 ? PortalPass(String(values[0])) : nil
    }
}
