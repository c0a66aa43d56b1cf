/// Gathers what files, environment and flags say, checks each value on the way in and remembers every problem.
/// A later layer replaces what an earlier one said about the same setting of the same mailbox.
struct SettingsCollector {
    let registry: SettingsRegistry
    private(set) var entries: [SettingPlace: Collected] = [:]
    /// What the valid entries mean.
    private var values: [SettingPlace: any Sendable] = [:]
    private(set) var mailboxes: [CollectedMailbox] = []
    /// Which mailbox has a name, in small letters.
    private var mailboxIndex: [String: Int] = [:]
    private(set) var problems: [ConfigurationProblem] = []

    init(registry: SettingsRegistry) {
        self.registry = registry
    }

    /// A value as it was written, and where.
    struct Collected {
        let raw: RawValue
        let origin: SettingOrigin
    }

    /// One `[[mailbox]]`, known by its name once that is read.
    struct CollectedMailbox {
        let name: String?
        let origin: SettingOrigin
    }

    mutating func report(_ problem: ConfigurationProblem) { problems.append(problem) }

    /// The valid value of a setting, written or default; nil when it is missing or wrong.
    func value<Value: Sendable>(_ setting: Setting<Value>, mailbox: Int? = nil) -> Value? {
        do {
            return try reader(mailbox: mailbox).optional(setting)
        } catch {
            return nil
        }
    }

    func reader(mailbox: Int? = nil) -> SettingReader {
        SettingReader(values: values, mailbox: mailbox)
    }

    /// Where a setting was written; for a default, where its mailbox or nothing was.
    func origin(_ key: String, mailbox: Int? = nil) -> SettingOrigin {
        if let entry = entries[SettingPlace(key: key, mailbox: mailbox)] { return entry.origin }
        if let mailbox, mailboxes.indices.contains(mailbox) { return mailboxes[mailbox].origin }
        return .standard
    }

    /// Everything one file says.
    mutating func add(_ document: TOMLDocument, file: String) {
        let source = FileSource(document: document, file: file)
        var sorted: [(field: RawValue.Field, line: Int)] = []
        for field in document.fields { sorted.append((field, document.line(of: [field.key]))) }
        for (field, _) in sorted.sorted(by: { $0.line < $1.line }) {
            if registry.isList(field.key) {
                addMailboxes(field, source)
            } else {
                walk(field, path: [field.key], keys: [field.key], mailbox: nil, source)
            }
        }
    }

    /// One value from an environment variable or a flag; `key` is `section.key` or `mailbox.NAME.key`.
    mutating func add(_ text: String, key: String, origin: SettingOrigin) {
        let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let section = parts.first, registry.isList(section), parts.count > 2 else {
            return add(text, key: key, mailbox: nil, origin: origin)
        }
        let name = parts[1]
        let index = mailboxes.firstIndex { mailbox in
            mailbox.name.map { Self.variableForm($0) == Self.variableForm(name) } ?? false
        }
        guard let index else {
            let near = Spelling.nearest(to: name, among: mailboxes.compactMap(\.name))
            return report(
                ConfigurationProblem(
                    at: origin, setting: key, what: "there is no mailbox \(RawValue.quoted(name))",
                    expected: "the name of a configured mailbox",
                    remedy: near.map { "did you mean \(RawValue.quoted($0))?" } ?? "configure it in the file first"))
        }
        add(text, key: ([section] + parts[2...]).joined(separator: "."), mailbox: index, origin: origin)
    }

    /// A file while it is read.
    private struct FileSource {
        let document: TOMLDocument
        let file: String

        func origin(_ path: [String]) -> SettingOrigin { .file(file, line: document.line(of: path)) }

        func line(_ path: [String], _ field: RawValue.Field) -> Int { document.line(of: path + [field.key]) }
    }

    /// `[[mailbox]]` tables. One whose name an earlier file has used adjusts that mailbox; within one file a name
    /// may stand once.
    private mutating func addMailboxes(_ field: RawValue.Field, _ source: FileSource) {
        guard case .list(let tables) = field.value else {
            return report(
                ConfigurationProblem(
                    at: source.origin([field.key]), setting: field.key, what: "\(field.key) is not a list of tables",
                    expected: "one table for each mailbox", remedy: "write [[\(field.key)]] instead of [\(field.key)]"))
        }
        guard tables.count <= ConfigurationLimits.mailboxes else {
            return report(
                ConfigurationProblem(
                    at: source.origin([field.key]), setting: field.key, what: "there are \(tables.count) mailboxes",
                    expected: "at most \(ConfigurationLimits.mailboxes)", remedy: "run a second ticketd"))
        }
        var seen: Set<String> = []
        for (index, table) in tables.enumerated() {
            let path = [field.key, String(index)]
            guard case .table(let fields) = table else {
                report(
                    ConfigurationProblem(
                        at: source.origin(path), setting: field.key, what: "\(field.key) holds \(table.typeName)",
                        expected: "one table for each mailbox", remedy: "write [[\(field.key)]]"))
                continue
            }
            let slot = slot(for: fields, origin: source.origin(path), key: field.key, seen: &seen)
            for child in fields.sorted(by: { source.line(path, $0) < source.line(path, $1) }) {
                walk(child, path: path + [child.key], keys: [field.key, child.key], mailbox: slot, source)
            }
        }
    }

    private mutating func slot(
        for fields: [RawValue.Field], origin: SettingOrigin, key: String, seen: inout Set<String>
    ) -> Int {
        var name: String?
        if case .text(let text) = fields.first(where: { $0.key == "name" })?.value { name = text }
        if let name, !seen.insert(name.lowercased()).inserted {
            report(
                ConfigurationProblem(
                    at: origin, setting: "\(key).name", what: "two mailboxes are called \(RawValue.quoted(name))",
                    expected: "a name of its own for each mailbox", remedy: "rename one of them"))
        } else if let name, let earlier = mailboxIndex[name.lowercased()] {
            return earlier
        }
        mailboxes.append(CollectedMailbox(name: name, origin: origin))
        if let name { mailboxIndex[name.lowercased()] = mailboxes.count - 1 }
        return mailboxes.count - 1
    }

    /// Descends through tables to settings. `path` is where it stands in the file, `keys` how the registry calls it.
    private mutating func walk(
        _ field: RawValue.Field, path: [String], keys: [String], mailbox: Int?, _ source: FileSource
    ) {
        let key = keys.joined(separator: ".")
        let origin = source.origin(path)
        if let entry = registry.entry(key) { return set(entry, field.value, mailbox: mailbox, origin: origin) }
        guard registry.isTable(key) else { return reportUnknown(key, origin: origin) }
        guard case .table(let fields) = field.value else {
            return report(
                ConfigurationProblem(
                    at: origin, setting: key, what: "\(key) is \(field.value.typeName)",
                    expected: "a table with " + registry.names(in: key).joined(separator: ", "),
                    remedy: "write \(field.key) = {…} or [\(key)]"))
        }
        for child in fields.sorted(by: { source.line(path, $0) < source.line(path, $1) }) {
            walk(child, path: path + [child.key], keys: keys + [child.key], mailbox: mailbox, source)
        }
    }

    private mutating func add(_ text: String, key: String, mailbox: Int?, origin: SettingOrigin) {
        guard let entry = registry.entry(key) else { return reportUnknown(key, origin: origin) }
        set(entry, entry.raw(fromText: text), mailbox: mailbox, origin: origin)
    }

    private mutating func set(_ entry: SettingEntry, _ raw: RawValue, mailbox: Int?, origin: SettingOrigin) {
        let place = SettingPlace(key: entry.key, mailbox: mailbox)
        entries[place] = Collected(raw: raw, origin: origin)
        values[place] = nil
        do {
            values[place] = try entry.check(raw)
        } catch {
            report(
                ConfigurationProblem(
                    at: origin, setting: entry.key,
                    what: error.found.map { "\(entry.key) is \($0)" } ?? "\(entry.key) is not valid",
                    expected: error.expected,
                    remedy: error.remedy ?? "write, for instance, \(entry.name) = \(entry.shown.toml)"))
        }
    }

    private mutating func reportUnknown(_ key: String, origin: SettingOrigin) {
        let parts = key.split(separator: ".").map(String.init)
        let parent = parts.dropLast().joined(separator: ".")
        let place = parent.isEmpty ? "a table" : "a setting of [\(parent)]"
        let names = registry.names(in: parent).joined(separator: ", ")
        report(
            ConfigurationProblem(
                at: origin, setting: key, what: "there is no setting \(RawValue.quoted(key))",
                expected: "\(place): \(names)",
                remedy: registry.suggestion(for: key).map { "did you mean \(RawValue.quoted($0))?" }
                    ?? "remove it; `ticketd config describe` lists every setting"))
    }

    /// How a mailbox name looks inside an environment variable.
    static func variableForm(_ name: String) -> String {
        String(name.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }
}
