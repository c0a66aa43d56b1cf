internal import Foundation
internal import Vault

/// One line as it stands in the file: `SEQUENCE TIME ACT MAC`, ended by a line feed. The MAC is over what stands
/// before it and over the MAC of the line before.
struct LedgerLine {
    let entry: LedgerEntry
    let mac: [UInt8]

    /// The bytes of a new line with their end, and the line.
    static func make(
        _ act: LedgerAct, sequence: Int64, seconds: Int64, after previous: [UInt8], chain: LedgerChain
    ) -> (bytes: [UInt8], line: LedgerLine) {
        let text = Array("\(sequence) \(time(seconds)) \(act.text)".utf8)
        let mac = chain.mac(previous: previous, line: text)
        let line = LedgerLine(entry: LedgerEntry(sequence: sequence, seconds: seconds, act: act), mac: mac)
        return (text + Array(" \(Hex.encode(mac))\n".utf8), line)
    }

    enum Verdict {
        case fits(LedgerLine)
        /// Written with our key by a program that knows more acts than this one.
        case unknownAct
        case broken
    }

    /// Reads a line without its end.
    static func read(_ bytes: some Collection<UInt8>, after previous: LedgerHead?, chain: LedgerChain) -> Verdict {
        let bytes = Array(bytes)
        let blank = UInt8(ascii: " ")
        guard let last = bytes.lastIndex(of: blank),
            let mac = Hex.decode(String(decoding: bytes[(last + 1)...], as: UTF8.self)),
            chain.fits(mac, previous: previous?.mac ?? LedgerChain.genesis, line: Array(bytes[..<last]))
        else { return .broken }
        let words = String(decoding: bytes[..<last], as: UTF8.self).split(separator: " ")
        let (expected, overflow) = (previous?.sequence ?? 0).addingReportingOverflow(1)
        guard words.count > 2, !overflow, Int64(words[0]) == expected, let seconds = seconds(words[1]) else {
            return .broken
        }
        guard let act = LedgerAct(words.dropFirst(2), seconds: seconds) else { return .unknownAct }
        return .fits(LedgerLine(entry: LedgerEntry(sequence: expected, seconds: seconds, act: act), mac: mac))
    }

    private static func time(_ seconds: Int64) -> String {
        Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
    }

    private static func seconds(_ text: Substring) -> Int64? {
        do {
            return Int64(try Date(String(text), strategy: .iso8601).timeIntervalSince1970)
        } catch {
            return nil
        }
    }
}

/// Where a ledger ends. Kept elsewhere it is an anchor.
package struct LedgerHead: Sendable, Equatable {
    package let sequence: Int64
    package let mac: [UInt8]

    package init(sequence: Int64, mac: [UInt8]) {
        self.sequence = sequence
        self.mac = mac
    }
}
