import Desk
import Foundation
import Glibc
import Vault

/// Writes a kit of each open breach into a folder off this disk: when it is opened, when more is known, and each day. A
/// kit goes when its breach is closed, because addresses stand in it.
struct KitLoop: Sendable {
    let desk: Helpdesk
    let directory: String
    /// Name, address and form of the authority, as configured.
    let authority: [String]
    let log: Log

    /// The server may die soon after a breach is opened.
    static let every = Duration.seconds(5)
    static let age = Duration.seconds(86_400)
    static let prefix = "breach-"
    static let suffix = ".kit"

    /// What was written last of a breach.
    struct Written: Equatable {
        var version: Int64
        var affected: AffectedCounts
        var at: Date
    }

    func run() async {
        var written: [Int64: Written] = [:]
        while !Task.isCancelled {
            await round(&written)
            do { try await desk.world.sleep(Self.every) } catch { return }
        }
    }

    /// - Parameter written: what this life of the daemon wrote; the first round writes all.
    func round(_ written: inout [Int64: Written]) async {
        do throws(DeskRefusal) {
            guard let key = try await desk.breachKitKey() else { return }
            let open = try await desk.breaches(
                includingClosed: false, limit: Desk.Limits.pageLengthMaximum, as: .daemon)
            let now = desk.world.now()
            for breach in open {
                let number = breach.number.value
                var mark = Written(version: breach.version, affected: breach.counted, at: now)
                if let last = written[number], abs(now.timeIntervalSince(last.at)) < Self.age.seconds,
                    last.version == mark.version, last.affected == mark.affected
                {
                    continue
                }
                let text = try await KitSource(desk: desk, authority: authority).text(of: breach)
                let isWritten = write(text, of: number, key)
                log(.breachKitWritten(isWritten))
                // What could not be written is tried again in an hour, and told again.
                if !isWritten { mark.at = now.addingTimeInterval(3600 - Self.age.seconds) }
                written[number] = mark
            }
            remove(allBut: Set(open.map(\.number.value)))
        } catch {
            // The store has its own alarm; the next round is soon.
            return
        }
    }

    private func write(_ text: String, of number: Int64, _ key: PassphraseKey) -> Bool {
        do throws(OperatorError) {
            let sealed = try BreachKit.seal(text, key: key)
            do throws(PrivateFile.Failure) {
                try PrivateFile.replace("\(directory)/\(Self.prefix)\(number)\(Self.suffix)", bytes: sealed)
                try PrivateFile.replace("\(directory)/open-kit.py", bytes: Array(KitOpener.script.utf8))
                return true
            } catch {
                return false
            }
        } catch {
            return false
        }
    }

    private func remove(allBut open: Set<Int64>) {
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: directory) } catch { return }
        for name in names where name.hasPrefix(Self.prefix) && name.hasSuffix(Self.suffix) {
            let middle = name.dropFirst(Self.prefix.count).dropLast(Self.suffix.count)
            guard let number = Int64(middle), !open.contains(number) else { continue }
            unlink("\(directory)/\(name)")
        }
    }
}
