import Desk
import Foundation

/// The domain name system as the first run and the doctor see it: one question, and the records of its type.
///
/// Handed in as a value, so that a test answers for the whole world.
struct Naming: Sendable {
    /// No server answered, which says nothing about the name.
    struct Unanswered: Error, Equatable {
        var isTransient: Bool { true }
    }

    /// Empty when there is no such name, or nothing of this type.
    let ask: @Sendable (NameRecordType, DomainLabel) async throws(Unanswered) -> [NameRecord]

    init(_ ask: @escaping @Sendable (NameRecordType, DomainLabel) async throws(Unanswered) -> [NameRecord]) {
        self.ask = ask
    }

    static func live(world: World) -> Naming {
        let servers = NameServerAddress.configured(environment: ProcessInfo.processInfo.environment)
        let dialogue = NameDialogue(servers: servers, world: world)
        return Naming { type, name async throws(Unanswered) in try await dialogue.ask(type, name) }
    }

    /// Whether a host has an address. Literals and this machine itself are not asked for.
    func hasAddress(_ host: String) async throws(Unanswered) -> Bool {
        let place = HostPort(host: host, port: 1)
        if place.isLoopback || HostPort.isIPv4(host) || HostPort.isIPv6(host) { return true }
        guard let name = DomainLabel(host) else { return false }
        if try await !ask(.address, name).isEmpty { return true }
        return try await !ask(.longAddress, name).isEmpty
    }

    func texts(_ name: DomainLabel) async throws(Unanswered) -> [String] {
        try await ask(.text, name).compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    /// The hosts that take a domain's mail, the preferred one first (RFC 5321 §5.1).
    func exchangers(_ name: DomainLabel) async throws(Unanswered) -> [String] {
        try await ask(.exchanger, name).compactMap { record -> (UInt16, String)? in
            if case .exchanger(let preference, let host) = record, !host.isEmpty { (preference, host) } else { nil }
        }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Places that offer a service, in the order of trying; of equal priority the heavier first (RFC 2782). `nil` when
    /// the domain says that it does not offer it (RFC 6186 §3.4).
    func services(_ name: DomainLabel) async throws(Unanswered) -> [ServiceRecord]? {
        let records = try await ask(.service, name).compactMap { record -> ServiceRecord? in
            if case .service(let service) = record { service } else { nil }
        }
        if !records.isEmpty, records.allSatisfy(\.target.isEmpty) { return nil }
        return records.filter { !$0.target.isEmpty && $0.port > 0 }
            .sorted { ($0.priority, $1.weight) < ($1.priority, $0.weight) }
    }
}
