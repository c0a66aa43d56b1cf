import Desk
import Glibc
import Store

/// Who besides the service could open the files of the state: their modes and owners, as they are now.
enum StateExposure {
    static func files(in directory: String) -> [BreachSights.File] {
        let state = StateFiles(directory: directory)
        let keys = ["", "-wal", "-shm"].map { (path: state.keys + $0, isKey: true) }
        let desk = ["", "-wal", "-shm"].map { (path: state.desk + $0, isKey: false) }
        // Whoever can enter the folder can try every file in it.
        return ([(path: directory, isKey: true)] + keys + desk).compactMap { look(at: $0.path, holdsKeys: $0.isKey) }
    }

    /// nil for what is not there.
    private static func look(at path: String, holdsKeys: Bool) -> BreachSights.File? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return BreachSights.File(
            name: path.split(separator: "/").last.map(String.init) ?? "state", holdsKeys: holdsKeys,
            mode: UInt32(status.st_mode & 0o777), isOwn: status.st_uid == geteuid())
    }
}
