// search [MESSAGES]: makes a store of so many messages in a folder for the time being and prints what searching costs.

import Desk
import Foundation
import Mail
import Store
import Vault

let count = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 100_000
let clock = ContinuousClock()
let begun = clock.now
let world = World(
    now: { Date() }, monotonic: { clock.now - begun }, sleep: { try await clock.sleep(for: $0) },
    randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
let folder = FileManager.default.temporaryDirectory.path + "/search-\(getpid())"
defer { do { try FileManager.default.removeItem(atPath: folder) } catch { print("\(folder) is left") } }

func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

func resident() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return (line.split(separator: " ").compactMap { Int($0) }.first ?? 0) / 1024
}

guard let name = MailboxName("support"), let address = EmailAddress("support@desk.example") else {
    preconditionFailure("a mailbox has a name and an address")
}
let profile = MailboxProfile(
    name: name, address: address, language: .english, authservID: "mx.desk.example", acknowledges: false)
let settings = DeskSettings(
    serviceName: "Desk", publicURL: "https://help.desk.example", language: .english,
    controller: Controller(name: "Desk", address: "Somewhere 1", email: "privacy@desk.example", country: "DE"),
    dataProtectionOfficer: nil, authority: nil, mailboxes: [profile], undo: .zero, retry: [.seconds(1800)],
    giveUp: .seconds(86_400), sendingRefusal: nil)
let root = try SecretBytes(random: 32)
let store = try await Store.initialise(directory: folder, root: root, world: world)
try await store.beginIntake(mailbox: name, folder: "INBOX", uidValidity: 7, after: 0)
var letters = Letters(words: 60_000)
var bytes = 0
for start in stride(from: 0, to: count, by: 500) {
    let arrivals = (start..<min(start + 500, count)).map { number in
        let mail = letters.mail(number, words: 120)
        bytes += mail.count
        return Arrival(
            uid: UInt32(number + 1), receivedAt: Date(), content: .message(MessageParser().parse(mail)))
    }
    let batch = IntakeBatch(
        profile: profile, settings: settings, folder: "INBOX", uidValidity: 7, arrivals: arrivals, isArchive: false,
        now: Date())
    _ = try await store.recordAttempt(mailbox: name, folder: "INBOX", uids: arrivals.map(\.uid), alone: false)
    _ = try await store.accept(batch)
}
print("\(count) messages, \(bytes / 1_000_000) MB, stored in \(Int(seconds(clock.now - begun))) s")

let before = try resident()
let filling = clock.now
try await store.openSearch(memoryLimit: 1 << 30)
loop: while true {
    switch try await store.continueSearch(at: world.monotonic()) {
    case .filled(let figures):
        let time = seconds(clock.now - filling)
        print(
            "filled: \(figures.tickets) tickets, \(figures.messages) messages in "
                + "\(String(format: "%.1f", time)) s (\(Int(Double(figures.messages) / time)) a second), "
                + "\(figures.bytes >> 20) MiB of the index, \(try resident() - before) MiB of the process")
        break loop
    case .goesOn: continue
    case .off, .idle: preconditionFailure("a search that was opened is filled")
    }
}

for (words, what) in [
    ("w40000ung", "a rare word"), ("w40000", "the beginning of one"), ("w700 w900", "two words"),
    ("w9 w30 w77", "three frequent words"), ("\"w3tion w5s\"", "two words together"), ("w0", "the most frequent word"),
    ("nowhere", "a word that is not there"),
] {
    for order in SearchOrder.allCases {
        var times: [Double] = []
        var found = 0
        for _ in 0..<11 {
            let start = clock.now
            let page = try await store.tickets(TicketFilter(text: words, order: order, limit: 50))
            times.append(seconds(clock.now - start) * 1000)
            found = page.tickets.count
        }
        print("\(what), \(order.rawValue): \(String(format: "%.1f", times.sorted()[5])) ms, \(found) on the page")
    }
}

guard let some = TicketNumber(Int64(max(1, count / 8))) else { preconditionFailure("a ticket has a number") }
_ = try await store.note(some, text: "Remembered: halibut.", by: .operatorOnHost, now: Date())
let noted = clock.now
let page = try await store.tickets(TicketFilter(text: "halibut"))
print(
    "a note, found: \(String(format: "%.1f", seconds(clock.now - noted) * 1000)) ms, \(page.tickets.count) on the page")
try store.close()
