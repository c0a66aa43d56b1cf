/// How ticketd presents itself and where it listens.
struct ServiceSettings: Sendable {
    let name: String
    let publicURL: PublicURL?
    let listen: HostPort
    let stateDirectory: String
    let adminSocket: String
    let metricsListen: HostPort?
    let trustedProxies: [AddressBlock]
    let language: String

    enum Keys {
        static let name = Setting(
            "service.name", .text, .standard("Support"),
            "What customers see as the sender's name and as the title of the pages.")
        static let publicURL = Setting(
            "service.public_url", .publicURL, .optional(example: "https://help.example.com"),
            """
            The https address under which customers reach ticketd; every link is built from it, never from a request.
            Without it nothing is sent, because a dead unsubscribe link is worse than none. (http only on loopback.)
            """)
        static let listen = Setting(
            "service.listen", .endpoint, .standard("127.0.0.1:8025"), restart: true,
            "Where the web pages and the API listen, as host:port. Put a proxy with TLS in front.")
        static let stateDirectory = Setting(
            "service.state_dir", .path, .standard("/var/lib/ticketd"), restart: true,
            "Where the database, the wrapped keys and the erasure ledger are kept. Mode 0700, on a local disk.")
        static let adminSocket = Setting(
            "service.admin_socket", .socketPath, .standard("/run/ticketd/admin.sock"), restart: true,
            "The socket the command line talks to. Mode 0660: members of its group may connect.")
        static let metricsListen = Setting(
            "service.metrics_listen", ValueKind.endpoint.orEmpty, .standard(""), restart: true,
            "host:port where Prometheus reads /metrics; \"\" for none. /metrics is on the admin socket anyway.")
        static let trustedProxies = Setting(
            "service.trusted_proxies", ValueKind.addressBlock.list("address blocks"), .standard(["127.0.0.1", "::1"]),
            restart: true,
            "Peers whose X-Forwarded-For and X-Forwarded-Proto are believed, as addresses or CIDR blocks.")
        static let language = Setting(
            "service.language", .language, .standard("en"),
            "The language of pages and automatic mail where nothing better is known, as a tag such as \"en\" or \"de\"."
        )
    }

    static let section = SettingSection(
        "service", "How ticketd presents itself and where it listens.",
        [
            .setting(Keys.name.entry), .setting(Keys.publicURL.entry), .setting(Keys.listen.entry),
            .setting(Keys.stateDirectory.entry), .setting(Keys.adminSocket.entry), .setting(Keys.metricsListen.entry),
            .setting(Keys.trustedProxies.entry), .setting(Keys.language.entry),
        ])

    init(_ reader: SettingReader) throws(SettingReader.Unready) {
        name = try reader.value(Keys.name)
        publicURL = try reader.optional(Keys.publicURL)
        listen = try reader.value(Keys.listen)
        stateDirectory = try reader.value(Keys.stateDirectory)
        adminSocket = try reader.value(Keys.adminSocket)
        metricsListen = try reader.value(Keys.metricsListen)
        trustedProxies = try reader.value(Keys.trustedProxies)
        language = try reader.value(Keys.language)
    }
}
