import Curl
import Desk
import Foundation

/// Finds the IMAP and SMTP servers of a domain, in the order of what others learn by it:
///
/// 1. the table of known providers: nobody learns anything;
/// 2. the domain's SRV records (RFC 6186, RFC 8314 §5.1), then the provider behind its mail exchanger: the name server
///    learns the domain;
/// 3. the domain's own autoconfig document, by https from `autoconfig.DOMAIN` or the domain itself: its web server
///    learns our address. The local part is never told; where the document wants it, it is put in here;
/// 4. guesses.
///
/// A server is proposed only after it was connected to and its certificate proved its name. Hosts that have no address
/// are not connected to.
struct ServerDiscovery: Sendable {
    let naming: Naming
    /// The body of a 200 answer.
    let fetch: @Sendable (_ url: String) async -> [UInt8]?
    let connect: @Sendable (_ url: String) async -> ServerTrial.Outcome

    struct Attempt: Sendable, Hashable {
        let url: String
        let outcome: ServerTrial.Outcome
    }

    struct Result: Sendable {
        var imap: ServerCandidate?
        var smtp: ServerCandidate?
        var advice: String?
        /// Whom we connected to in vain.
        var failures: [Attempt] = []
        /// No name server answered, so nothing could be found out.
        var isOffline = false

        var isComplete: Bool { imap != nil && smtp != nil }
    }

    private typealias Candidates = (imap: [ServerCandidate], smtp: [ServerCandidate])

    /// - Parameter domain: of the address, as A-labels.
    func find(localPart: String, domain: String) async -> Result {
        var result = Result()
        guard let label = DomainLabel(domain) else { return result }
        let address = "\(localPart)@\(domain)"
        if let provider = KnownProvider.serving(domain: label.text) {
            result.advice = provider.advice
            await take(Self.candidates(provider, address, .table), into: &result)
        }
        for source in [services, provider, document, guesses] where !result.isComplete && !result.isOffline {
            do throws(Naming.Unanswered) {
                await take(try await source(label, address, &result), into: &result)
            } catch {
                result.isOffline = true
            }
        }
        return result
    }

    private func take(_ candidates: Candidates, into result: inout Result) async {
        if result.imap == nil { result.imap = await first(of: candidates.imap, &result) }
        if result.smtp == nil { result.smtp = await first(of: candidates.smtp, &result) }
    }

    /// The first in order that answers as it should; all are tried at once.
    private func first(of candidates: [ServerCandidate], _ result: inout Result) async -> ServerCandidate? {
        let outcomes = await withTaskGroup(of: (Int, ServerTrial.Outcome?).self) { group in
            for (place, candidate) in candidates.enumerated() {
                group.addTask { (place, await outcome(of: candidate)) }
            }
            var outcomes: [Int: ServerTrial.Outcome] = [:]
            for await (place, outcome) in group { outcomes[place] = outcome }
            return outcomes
        }
        for (place, candidate) in candidates.enumerated() {
            guard let outcome = outcomes[place] else { continue }
            if case .well = outcome { return candidate }
            result.failures.append(Attempt(url: candidate.url, outcome: outcome))
        }
        return nil
    }

    /// Nil when nobody needs to hear of it: a guess that has no address.
    private func outcome(of candidate: ServerCandidate) async -> ServerTrial.Outcome? {
        guard let server = MailServer(candidate.url) else { return nil }
        do throws(Naming.Unanswered) {
            guard try await naming.hasAddress(server.endpoint.host) else {
                return candidate.source == .guess ? nil : .noAddress
            }
        } catch {
            return nil
        }
        return await connect(candidate.url)
    }

    private func services(
        _ domain: DomainLabel, _ address: String, _ result: inout Result
    ) async throws(Naming.Unanswered) -> Candidates {
        var found: Candidates = ([], [])
        // RFC 8314 §3: TLS from the first octet is preferred to STARTTLS.
        for scheme in [MailServer.Scheme.imaps, .imap] {
            found.imap += try await places("_\(scheme.rawValue)._tcp", scheme, domain, address)
        }
        found.smtp += try await places("_submissions._tcp", .smtps, domain, address)
        found.smtp += try await places("_submission._tcp", .smtp, domain, address)
        return found
    }

    private func places(
        _ service: String, _ scheme: MailServer.Scheme, _ domain: DomainLabel, _ address: String
    ) async throws(Naming.Unanswered) -> [ServerCandidate] {
        guard let name = domain.under(service), let places = try await naming.services(name) else { return [] }
        return places.prefix(DiscoveryLimits.places).map { place in
            ServerCandidate(
                url: Self.url(scheme, place.target, Int(place.port)), username: address, source: .service,
                needsConsent: DomainLabel(place.target).map { !$0.isWithin(domain) } ?? true)
        }
    }

    private func provider(
        _ domain: DomainLabel, _ address: String, _ result: inout Result
    ) async throws(Naming.Unanswered) -> Candidates {
        for host in try await naming.exchangers(domain) {
            guard let provider = KnownProvider.behind(exchanger: host) else { continue }
            result.advice = result.advice ?? provider.advice
            return Self.candidates(provider, address, .exchanger)
        }
        return ([], [])
    }

    private func document(
        _ domain: DomainLabel, _ address: String, _ result: inout Result
    ) async throws(Naming.Unanswered) -> Candidates {
        let places = [
            ("autoconfig." + domain.text, "/mail/config-v1.1.xml"),
            (domain.text, "/.well-known/autoconfig/mail/config-v1.1.xml"),
        ]
        for (host, path) in places {
            guard try await naming.hasAddress(host), let bytes = await fetch("https://\(host)\(path)"),
                let document = AutoconfigDocument(bytes)
            else { continue }
            let candidate = { (server: AutoconfigDocument.Server) in
                ServerCandidate(
                    url: Self.plain(server.url), username: Self.filled(server.username, address), source: .document)
            }
            return (document.imap.map(candidate), document.smtp.map(candidate))
        }
        return ([], [])
    }

    private func guesses(
        _ domain: DomainLabel, _ address: String, _ result: inout Result
    ) async throws(Naming.Unanswered) -> Candidates {
        // A mail server of one's own, such as mailcow, has one name for everything, and it is that of the exchanger.
        let own = try await naming.exchangers(domain).filter { DomainLabel($0)?.isWithin(domain) == true }.prefix(1)
        let common = ["mail." + domain.text, domain.text] + own
        let guess = { (scheme: MailServer.Scheme, host: String) in
            ServerCandidate(url: Self.url(scheme, host, scheme.standardPort), username: address, source: .guess)
        }
        let (imap, smtp) = (
            Self.unique(["imap." + domain.text] + common), Self.unique(["smtp." + domain.text] + common)
        )
        return (
            imap.map { guess(.imaps, $0) } + imap.map { guess(.imap, $0) },
            smtp.map { guess(.smtps, $0) } + smtp.map { guess(.smtp, $0) }
        )
    }

    private static func unique(_ names: [String]) -> [String] {
        names.enumerated().filter { names[..<$0.offset].contains($0.element) == false }.map(\.element)
    }

    private static func candidates(
        _ provider: KnownProvider, _ address: String, _ source: ServerCandidate.Source
    ) -> Candidates {
        (
            [ServerCandidate(url: provider.imap, username: address, source: source)],
            [ServerCandidate(url: provider.smtp, username: address, source: source)]
        )
    }

    /// Without the port where it is the usual one.
    static func url(_ scheme: MailServer.Scheme, _ host: String, _ port: Int) -> String {
        let place = HostPort(host: host, port: port)
        return "\(scheme.rawValue)://" + (port == scheme.standardPort ? place.hostText : place.text)
    }

    private static func plain(_ url: String) -> String {
        MailServer(url).map { Self.url($0.scheme, $0.endpoint.host, $0.endpoint.port) } ?? url
    }

    private static func filled(_ pattern: String, _ address: String) -> String {
        let parts = address.split(separator: "@").map(String.init)
        return pattern.replacing("%EMAILADDRESS%", with: address)
            .replacing("%EMAILLOCALPART%", with: parts.first ?? "").replacing("%EMAILDOMAIN%", with: parts.last ?? "")
    }
}
