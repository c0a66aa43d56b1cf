import Foundation
import Synchronization

/// The commands of the IMAP test server that need a selected folder.
extension IMAPConversation {
    func onFolder(_ name: String, _ verb: String, _ rest: String) -> String {
        let words = rest.split(separator: " ", maxSplits: 1).map(String.init)
        let set = words.first ?? ""
        let argument = words.count > 1 ? words[1] : ""
        switch verb {
        case "UID SEARCH":
            let uids = found(in: name, rest)
            send("* SEARCH" + uids.map { " \($0)" }.joined())
            return "OK done"
        case "UID FETCH": return fetch(name, set, argument)
        case "UID STORE": return store(name, set, argument)
        case "UID COPY": return transfer(name, set, to: unquoted(argument), removes: false)
        case "UID MOVE": return transfer(name, set, to: unquoted(argument), removes: true)
        case "UID EXPUNGE": return expunge(name) { Set($0.select(set)) }
        case "EXPUNGE": return expunge(name) { Set($0.entries.map(\.uid)) }
        default: return "BAD unknown command"
        }
    }

    /// RFC 3501 §6.4.4, as far as anybody asks here: FROM an address, or a set of UIDs.
    private func found(in name: String, _ criteria: String) -> [UInt32] {
        let words = words(of: criteria)
        guard let from = words.firstIndex(of: "FROM"), from + 1 < words.count else {
            return server.folder(name)?.select(words.last ?? "1:*") ?? []
        }
        let wanted = words[from + 1].lowercased()
        let entries = server.folder(name)?.entries ?? []
        return entries.filter { entry in
            let header = String(decoding: entry.bytes, as: UTF8.self).components(separatedBy: "\r\n\r\n")[0]
            return header.components(separatedBy: "\r\n").contains {
                $0.lowercased().hasPrefix("from:") && $0.lowercased().contains(wanted)
            }
        }.map(\.uid)
    }

    private func fetch(_ name: String, _ set: String, _ items: String) -> String {
        guard let folder = server.folder(name) else { return "NO gone" }
        let rules = misbehaviour
        let chosen = Set(folder.select(set)).subtracting(rules.forgets)
        var wanted = Array(folder.entries.enumerated().filter { chosen.contains($0.element.uid) })
        if rules.reversesFetches { wanted.reverse() }
        for (index, entry) in wanted {
            let reply = fetchReply(sequence: index + 1, entry, items.uppercased(), rules)
            send(reply)
            if rules.repeatsFetches { send(reply) }
        }
        return "OK fetched"
    }

    private func fetchReply(
        sequence: Int, _ entry: IMAPFolder.Entry, _ items: String, _ rules: IMAPMisbehaviour
    ) -> [UInt8] {
        var parts: [[UInt8]] = []
        if items.contains("FLAGS") {
            parts.append(Array("FLAGS (\(entry.flags.sorted().joined(separator: " ")))".utf8))
        }
        if items.contains("INTERNALDATE") { parts.append(Array("INTERNALDATE \"\(entry.internalDate)\"".utf8)) }
        if items.contains("RFC822.SIZE") { parts.append(Array("RFC822.SIZE \(entry.bytes.count)".utf8)) }
        if items.contains("BODY.PEEK[HEADER]") {
            var header = entry.bytes
            if let end = header.firstRange(of: Array("\r\n\r\n".utf8)) { header = Array(header[..<end.upperBound]) }
            parts.append(literal("BODY[HEADER]", header, rules))
        } else if items.contains("BODY.PEEK[]") {
            let isEmpty = rules.emptyBodies.contains(entry.uid)
            parts.append(isEmpty ? Array("BODY[] NIL".utf8) : literal("BODY[]", entry.bytes, rules))
        }
        let uid = Array("UID \(entry.uid)".utf8)
        parts.insert(uid, at: rules.uidLast ? parts.count : 0)
        return Array("* \(sequence) FETCH (".utf8) + Array(parts.joined(separator: [0x20])) + Array(")\r\n".utf8)
    }

    private func literal(_ name: String, _ bytes: [UInt8], _ rules: IMAPMisbehaviour) -> [UInt8] {
        Array("\(name) {\(max(0, bytes.count + rules.literalLie))}\r\n".utf8) + bytes
    }

    private func store(_ name: String, _ set: String, _ argument: String) -> String {
        let flags = argument.split { "() ".contains($0) }.dropFirst().map(String.init)
        server.state.withLock { state in
            guard let chosen = state.folders[name]?.select(set), let count = state.folders[name]?.entries.count
            else { return }
            for index in 0..<count where chosen.contains(state.folders[name]?.entries[index].uid ?? 0) {
                if argument.hasPrefix("+") { state.folders[name]?.entries[index].flags.formUnion(flags) }
                if argument.hasPrefix("-") { state.folders[name]?.entries[index].flags.subtract(flags) }
            }
        }
        return "OK stored"
    }

    /// RFC 6851 §4.3: COPYUID comes in an untagged OK before the EXPUNGEs; RFC 4315 §3: for COPY in the tagged OK.
    private func transfer(_ name: String, _ set: String, to target: String, removes: Bool) -> String {
        let pairs: [(UInt32, UInt32)]? = server.state.withLock { state in
            guard let source = state.folders[name], state.folders[target] != nil else { return nil }
            return source.select(set).compactMap { uid in
                guard let entry = source.entries.first(where: { $0.uid == uid }),
                    let new = state.folders[target]?.add(
                        entry.bytes, flags: entry.flags, internalDate: entry.internalDate)
                else { return nil }
                return (uid, new)
            }
        }
        guard let pairs else { return "NO [TRYCREATE] no such folder" }
        guard !pairs.isEmpty, let validity = server.folder(target)?.uidValidity else { return "OK nothing" }
        let from = pairs.map { "\($0.0)" }.joined(separator: ",")
        let to = pairs.map { "\($0.1)" }.joined(separator: ",")
        let code = "[COPYUID \(validity) \(from) \(to)]"
        guard removes else { return "OK \(code) copied" }
        send("* OK \(code) moved")
        let moved = Set(pairs.map(\.0))
        remove(name) { moved.contains($0.uid) }
        return "OK done"
    }

    private func expunge(_ name: String, _ choose: (IMAPFolder) -> Set<UInt32>) -> String {
        guard let folder = server.folder(name) else { return "NO gone" }
        let chosen = choose(folder)
        remove(name) { chosen.contains($0.uid) && $0.flags.contains("\\Deleted") }
        return "OK expunged"
    }

    private func remove(_ name: String, _ isGone: (IMAPFolder.Entry) -> Bool) {
        let sequences: [Int] = server.state.withLock { state in
            guard var folder = state.folders[name] else { return [] }
            let gone = folder.entries.indices.filter { isGone(folder.entries[$0]) }
            folder.entries.removeAll(where: isGone)
            state.folders[name] = folder
            return gone
        }
        // Each EXPUNGE renumbers what follows (RFC 3501 §7.4.1).
        for (removed, index) in sequences.enumerated() { send("* \(index - removed + 1) EXPUNGE") }
        announced = server.folder(name)?.entries.count ?? 0
    }
}
