import Desk
import Glibc
import NIOCore

/// Who is at the other end of the admin socket, in the kernel's words (unix(7), SO_PEERCRED).
enum SocketPeer {
    /// `struct ucred`, which glibc shows only to GNU C.
    private struct Credentials: Sendable {
        var pid: pid_t = 0
        var uid: uid_t = uid_t.max
        var gid: gid_t = gid_t.max
    }

    /// The number of the user; nil when the kernel does not say.
    static func user(of channel: any Channel) async -> uid_t? {
        guard let socket = channel as? any SocketOptionProvider else { return nil }
        do {
            let peer: Credentials = try await socket.unsafeGetSocketOption(
                level: .socket, name: NIOBSDSocket.Option(rawValue: SO_PEERCRED)
            ).get()
            return peer.uid
        } catch {
            // Not knowing somebody is not being somebody.
            return nil
        }
    }

    /// Root and the user the daemon runs as are the operator; of every other local user the desk may know more.
    static func principal(ofUser uid: uid_t) -> Principal {
        uid == 0 || uid == geteuid() ? .operatorOnHost : .unmappedLocalUser
    }
}
