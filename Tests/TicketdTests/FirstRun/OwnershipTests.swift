import Foundation
import Glibc
import Testing

extension ProcessTests {
    /// Run as root, the commands leave nothing that the daemon's user cannot open, and keep the root key root's own.
    @Suite(.enabled(if: geteuid() == 0, "giving files to another user needs root"))
    struct OwnershipTests {
        private static let nobody: uid_t = 65_534

        @Test func `commands run as root leave no file of root's in a state folder of somebody else`() throws {
            let daemon = try DaemonProcess(makesKeys: false, prepare: Self.prepare) { directory in
                Self.configuration(in: directory)
            }
            let option = ["--config", daemon.configurationPath]
            #expect(try daemon.run(["keys", "init"] + option).status == 0)
            #expect(try Self.owners(daemon.state) == [Self.nobody])
            #expect(try Self.owner(daemon.directory + "/credentials/root") == 0)
            #expect(try daemon.run(["keys", "status"] + option).status == 0)
            let check = try daemon.run(["check", "--no-send"] + option)
            // It reads the root key, which only root can, before it becomes somebody else.
            #expect(check.output.contains("the root key opens the store"))
            #expect(check.output.contains("\(daemon.state) is private"))
            #expect(try Self.owners(daemon.state) == [Self.nobody])
        }

        @Test func `a daemon started by hand as root refuses a store of somebody else and leaves it alone`() throws {
            let daemon = try DaemonProcess(makesKeys: false, prepare: Self.prepare) { directory in
                Self.configuration(in: directory)
            }
            #expect(try daemon.run(["keys", "init", "--config", daemon.configurationPath]).status == 0)
            let run = try daemon.run(["serve", "--config", daemon.configurationPath])
            #expect(run.status == 64)
            #expect(run.error.contains("systemctl start ticketd"))
            #expect(try Self.owners(daemon.state) == [Self.nobody])
        }

        /// In a mount namespace of its own, where /etc and /var/lib can be written without touching the machine's.
        @Test func `init gives the state to the user ticketd and keeps the root key root's`() throws {
            let daemon = try DaemonProcess(makesKeys: false) { _ in "" }
            let script = """
                set -e
                mount -t tmpfs scratch /mnt
                for folder in etc var/lib var/backups; do
                    mkdir -p /mnt/$folder/upper /mnt/$folder/work
                    layers=lowerdir=/$folder,upperdir=/mnt/$folder/upper,workdir=/mnt/$folder/work
                    mount -t overlay -o "$layers" scratch /$folder
                done
                sed -i '/^ticketd:/d' /etc/passwd /etc/group
                rm -rf /etc/ticketd /var/lib/ticketd /var/backups/ticketd
                echo 'ticketd:x:64123:64124::/var/lib/ticketd:/usr/sbin/nologin' >>/etc/passwd
                echo 'ticketd:x:64124:' >>/etc/group
                '\(DaemonProcess.binary)' init --offline --imap imaps://imap.example.com \
                    --smtp smtps://smtp.example.com \
                    --password-file '\(daemon.directory)/credentials/support' \
                    support@example.com >&2
                cd /etc/ticketd
                stat -c '%n %a %u %g' . ticketd.toml credentials credentials/root credentials/support \
                    /var/lib/ticketd /var/lib/ticketd/desk.db /var/lib/ticketd/keys.db
                find /var/lib/ticketd /var/backups/ticketd ! -user 64123
                """
            let run = try ProgramRun(
                "/usr/bin/unshare", ["--mount", "--propagation", "private", "sh", "-c", script])
            #expect(run.status == 0, "\(run.error)")
            let expected = [
                ". 755 0 0", "ticketd.toml 640 0 64124", "credentials 750 0 64124", "credentials/root 400 0 0",
                "credentials/support 440 0 64124", "/var/lib/ticketd 700 64123 64124",
                "/var/lib/ticketd/desk.db 600 64123 64124", "/var/lib/ticketd/keys.db 600 64123 64124",
            ]
            #expect(run.output.split(separator: "\n").map(String.init) == expected)
            #expect(run.error.contains("systemctl enable --now ticketd"))
        }

        private static func prepare(_ directory: String) throws {
            try FileManager.default.createDirectory(atPath: directory + "/state", withIntermediateDirectories: false)
            chmod(directory + "/state", 0o700)
            #expect(chown(directory + "/state", nobody, nobody) == 0)
        }

        private static func configuration(in directory: String) -> String {
            """
            [service]
            listen = "127.0.0.1:\(DaemonProcess.freePort())"
            state_dir = "\(directory)/state"
            admin_socket = "\(directory)/admin.sock"
            [keys]
            root = "file:\(directory)/credentials/root"
            [[mailbox]]
            name = "support"
            address = "support@example.com"
            imap = "imap://127.0.0.1:9"
            smtp = "smtp://127.0.0.1:9"
            password = "file:\(directory)/credentials/support"
            """
        }

        private static func owner(_ path: String) throws -> uid_t {
            var status = stat()
            guard stat(path, &status) == 0 else { throw DaemonProcess.Failure(description: "\(path) is missing") }
            return status.st_uid
        }

        private static func owners(_ folder: String) throws -> Set<uid_t> {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(names.contains("desk.db") && names.contains("keys.db"))
            return Set(try names.map { try owner("\(folder)/\($0)") })
        }
    }
}
