import Foundation

/// Where `init` puts things: the standard places, or everything under one folder with `--dir`.
struct FirstRunLayout: Sendable, Equatable {
    let configuration: String
    let credentials: String
    let state: String
    let adminSocket: String
    let deskBackups: String
    let keysBackups: String
    /// Where the answers given so far are kept until the configuration stands.
    var notes: String { URL(fileURLWithPath: configuration).deletingLastPathComponent().path + "/first-run.json" }
    /// Whether secrets are named by file, because no systemd credential will bring them.
    let namesFiles: Bool
    /// The user the daemon runs as; nil when it is whoever starts it.
    let serviceUser: String?

    static let standard = FirstRunLayout(
        configuration: ConfigurationLoader.standardPath, credentials: SecretSources.credentialsFolder,
        state: "/var/lib/ticketd", adminSocket: "/run/ticketd/admin.sock",
        deskBackups: "/var/backups/ticketd/desk", keysBackups: "/var/backups/ticketd/keys", namesFiles: false,
        serviceUser: "ticketd")

    static func under(_ directory: String) -> FirstRunLayout {
        let base = URL(fileURLWithPath: directory).standardizedFileURL.path
        return FirstRunLayout(
            configuration: base + "/ticketd.toml", credentials: base + "/credentials", state: base + "/state",
            adminSocket: base + "/admin.sock", deskBackups: base + "/backups/desk", keysBackups: base + "/backups/keys",
            namesFiles: true, serviceUser: nil)
    }

    /// Whether somebody wrote a configuration already, by hand or by an earlier run.
    var isConfigured: Bool {
        FileManager.default.fileExists(atPath: configuration) && !UnconfiguredFile.stands(at: configuration)
    }

    func reference(to credential: String) -> String {
        namesFiles ? "file:\(credentials)/\(credential)" : "credential:\(credential)"
    }
}
