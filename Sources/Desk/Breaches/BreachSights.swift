package import Foundation

/// What the daemon looks at for signs of a breach, as it is at one moment. Pure: a look in, signs out.
package struct BreachSights: Sendable, Equatable {
    /// One reader in one hour.
    package struct Reading: Sendable, Equatable {
        package var reader: String
        package var hour: Date
        package var tickets: Int

        package init(reader: String, hour: Date, tickets: Int) {
            self.reader = reader
            self.hour = hour
            self.tickets = tickets
        }
    }

    /// A file or folder of ours as it lies on the disk.
    package struct File: Sendable, Equatable {
        /// Its name in our folder: never a path.
        package var name: String
        package var holdsKeys: Bool
        /// The permission bits.
        package var mode: UInt32
        /// Whether it belongs to the user the daemon runs as.
        package var isOwn: Bool

        package init(name: String, holdsKeys: Bool, mode: UInt32, isOwn: Bool) {
            self.name = name
            self.holdsKeys = holdsKeys
            self.mode = mode
            self.isOwn = isOwn
        }

        /// Group and others have no business with it.
        var isExposed: Bool { mode & 0o077 != 0 || !isOwn }
    }

    /// A sign before it has an id.
    package struct Found: Sendable, Equatable {
        package var sign: BreachCandidate.Sign
        /// The same subject is raised once, however often it is seen.
        package var subject: String
        package var count: Int
    }

    package var now: Date
    /// The newest entries of the audit log.
    package var entries: [AuditRecord]
    /// The first entry that is not what was written; nil when all fit or nobody looked.
    package var firstBadEntry: Int64?
    /// Accesses that met damage since the daemon began.
    package var damagedAccesses: Int
    /// The busiest readers of the last hours.
    package var readings: [Reading]
    /// What lies in the folder of the state; empty where nobody looked.
    package var files: [File] = []

    package init(
        now: Date, entries: [AuditRecord] = [], firstBadEntry: Int64? = nil, damagedAccesses: Int = 0,
        readings: [Reading] = []
    ) {
        self.now = now
        self.entries = entries
        self.firstBadEntry = firstBadEntry
        self.damagedAccesses = damagedAccesses
        self.readings = readings
    }

    package var found: [Found] {
        var found: [Found] = []
        if let firstBadEntry {
            found.append(Found(sign: .auditBroken, subject: "entry \(firstBadEntry)", count: 1))
        }
        if damagedAccesses >= Limits.damagedAccesses {
            found.append(Found(sign: .openingFailed, subject: DayText.of(now), count: damagedAccesses))
        }
        for reading in readings where reading.tickets >= Limits.ticketsReadAnHour {
            found.append(
                Found(
                    sign: .massReading, subject: "\(reading.reader), \(MinuteText.of(reading.hour))",
                    count: reading.tickets))
        }
        for entry in recent { found += Self.signs(in: entry) }
        return found + exports + exposures
    }

    /// What happened before is not told anew when an older desk is updated.
    private var recent: [AuditRecord] {
        entries.filter { now.timeIntervalSince($0.at) <= Limits.signsLookedBack.seconds }
    }

    private static func signs(in entry: AuditRecord) -> [Found] {
        switch entry.event {
        case "login.failed":
            guard let failures = entry.number("failures"), failures >= Limits.loginsGuessed else { return [] }
            let agent = entry.objectHex.map { Principal.agentPrefix + $0 } ?? "somebody"
            return [Found(sign: .loginGuessing, subject: "\(agent), \(DayText.of(entry.at))", count: failures)]
        case "login.flooded":
            return [
                Found(sign: .loginFlood, subject: DayText.of(entry.at), count: entry.number("attempts") ?? 1)
            ]
        case "store.restored":
            guard let gap = entry.number("gap"), gap > 0 else { return [] }
            return [Found(sign: .restoreGap, subject: "entry \(entry.sequence)", count: gap)]
        default: return []
        }
    }

    /// Once for each way a file is open: mended and opened again the same way, it was decided about before, so the day
    /// stands with it.
    private var exposures: [Found] {
        files.filter(\.isExposed).map { file in
            let whose = file.isOwn ? "" : ", another owner"
            return Found(
                sign: file.holdsKeys ? .keyExposed : .fileExposed,
                subject: "\(file.name), mode \(String(file.mode, radix: 8))\(whose), \(DayText.of(now))", count: 1)
        }
    }

    private var exports: [Found] {
        let taken = recent.filter { $0.event == "export.opened" }
        let byDay = Dictionary(grouping: taken) { "\($0.actor ?? "somebody"), \(DayText.of($0.at))" }
        // A large archive is fetched in parts, each with an entry: what counts is how many archives.
        let counts: [String: Int] = byDay.mapValues { entries in Set(entries.compactMap(\.objectHex)).count }
        return counts.filter { $0.value >= Limits.exportsADay }.sorted { $0.key < $1.key }.map {
            Found(sign: .massExport, subject: $0.key, count: $0.value)
        }
    }
}

extension AuditRecord {
    fileprivate func number(_ name: String) -> Int? {
        if case .number(let number)? = details?[name] { Int(clamping: number) } else { nil }
    }
}
