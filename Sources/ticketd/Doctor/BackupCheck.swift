import Desk
import Foundation
import Store
import Vault

/// Whether both backups are configured, apart from each other, recent and readable. A store without a verified copy of
/// its keys younger than a day is one accident away from being unreadable.
struct BackupCheck: Sendable {
    let loaded: LoadedConfiguration
    /// nil when it cannot be read; another finding says so.
    let root: SecretBytes?
    let now: Date

    private static let longest: [BackupSet: TimeInterval] = [.keys: 86_400, .desk: 2 * 86_400]

    func examine() -> [Finding] {
        let plans = loaded.configuration.backup
        return [finding(.desk, plans.desk.to), finding(.keys, plans.keys.to)] + apart(plans.desk.to, plans.keys.to)
    }

    /// The configuration refuses one folder for both; links and mounts can still bring them together.
    private func apart(_ desk: String?, _ keys: String?) -> [Finding] {
        guard let keys else { return [] }
        if let desk, Self.resolved(desk) == Self.resolved(keys) {
            return [.problem("backup", "both sets end up in one folder", mend: "put [backup] keys on another machine")]
        }
        let state = loaded.configuration.service.stateDirectory
        guard let device = FileModes.device(of: keys), device == FileModes.device(of: state) else { return [] }
        return [
            .remark(
                "backup of keys", "it lies on the disk of the store: who takes that disk has both",
                mend: "set backup.keys.to in \(loaded.path) to a folder of another machine")
        ]
    }

    private static func resolved(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

    private func finding(_ set: BackupSet, _ directory: String?) -> Finding {
        let check = "backup of \(set.rawValue)"
        guard let directory else {
            return .problem(check, "no folder is configured", mend: "set backup.\(set.rawValue) in \(loaded.path)")
        }
        guard let newest = BackupFolder(path: directory).newest(set) else {
            return .problem(check, "there is none in \(directory)", mend: "ticketd backup create\(loaded.option)")
        }
        let age = now.timeIntervalSince(newest.at)
        if age > Self.longest[set, default: 86_400] {
            return .problem(
                check, "the newest is \(Int(age / 3600)) hours old", mend: "ticketd backup create\(loaded.option)")
        }
        if set == .keys, let root, !BackupFolder.opens(keysCopy: newest.path, root: root) {
            return .problem(
                check, "the newest does not open with the root key", mend: "ticketd backup create\(loaded.option)")
        }
        return .well(check, "the newest is \(Int(max(0, age) / 60)) minutes old")
    }
}
