import Desk
import Mail
import Vault

/// Whether the domain of a mailbox says who may send in its name: SPF, DMARC, and the key of the DKIM signature that
/// the test mail bore. Without these big providers put answers into junk or refuse them.
///
/// A name server that does not answer is no fault of the domain: then nothing is known.
struct DomainCheck: Sendable {
    let domain: DomainLabel
    let naming: Naming
    /// Of the test mail, when one came back; nil when none was looked at.
    let signatures: [SignatureName]?
    /// The keys that we sign its mail with.
    var keys: [SigningIdentity] = []

    private var check: String { "domain \(domain.text)" }

    func examine() async -> [Finding] {
        if let provider = KnownProvider.serving(domain: domain.text) {
            return [.well(check, "its DNS is the business of \(provider.name)")]
        }
        do throws(Naming.Unanswered) {
            return [try await spf(), try await dmarc()] + (try await published()) + (try await signing())
        } catch {
            return [
                .remark(
                    check, "no name server answers: SPF, DKIM and DMARC are unknown",
                    mend: "run the check again where names can be looked up")
            ]
        }
    }

    private func spf() async throws(Naming.Unanswered) -> Finding {
        switch SenderPolicy.spf(try await naming.texts(domain)) {
        case .fine: .well(check, "SPF: there is a record")
        case .missing:
            .problem(
                check, "SPF: there is no record, so anybody may send in its name",
                mend: "publish: \(domain.text). TXT \"v=spf1 include:YOUR-MAIL-PROVIDER -all\"")
        case .several:
            .problem(
                check, "SPF: there is more than one record, which counts as an error", mend: "merge them into one")
        case .open:
            .problem(
                check, "SPF: the record lets everybody send", mend: "end it with -all (or ~all while trying)")
        }
    }

    private func dmarc() async throws(Naming.Unanswered) -> Finding {
        switch try await dmarcPolicy() {
        case .fine(let policy): .well(check, "DMARC: the policy is \(policy)")
        case .missing:
            .problem(
                check, "DMARC: there is no record",
                mend: "publish: _dmarc.\(domain.text). TXT "
                    + "\"v=DMARC1; p=none; rua=mailto:postmaster@\(domain.text)\"")
        case .several:
            .problem(check, "DMARC: there is more than one record, and so none counts", mend: "leave one of them")
        case .unreadable:
            .problem(
                check, "DMARC: the record has no policy that is known", mend: "write p=none, p=quarantine or p=reject")
        }
    }

    /// Its own, else that of a domain above it (RFC 7489 §6.6.3), down to two labels.
    private func dmarcPolicy() async throws(Naming.Unanswered) -> SenderPolicy.DMARC {
        var labels = domain.text.split(separator: ".")
        while labels.count >= 2 {
            guard let name = DomainLabel("_dmarc." + labels.joined(separator: ".")) else { break }
            let found = SenderPolicy.dmarc(try await naming.texts(name))
            if found != .missing { return found }
            labels.removeFirst()
        }
        return .missing
    }

    /// Each of our keys has to be published as it is (RFC 6376 §3.6.1).
    private func published() async throws(Naming.Unanswered) -> [Finding] {
        var findings: [Finding] = []
        for key in keys {
            guard let name = DomainLabel("\(key.selector)._domainkey.\(key.domain)") else { continue }
            let record: String
            // It fails when libcrypto has no memory left; then there is nothing to compare.
            do throws(VaultFailure) { record = try key.record() } catch { continue }
            let mend = "publish: " + SigningRecord.line(of: key, record: record)
            let texts = try await naming.texts(name)
            if texts.contains(where: { SenderPolicy.keyText(of: $0) == SenderPolicy.keyText(of: record) }) {
                findings.append(.well(check, "DKIM: our key \(key.selector) is published"))
            } else if texts.contains(where: SenderPolicy.isKey) {
                findings.append(.problem(check, "DKIM: another key stands at \(name.text)", mend: mend))
            } else {
                findings.append(.problem(check, "DKIM: our key \(key.selector) is not published", mend: mend))
            }
        }
        return findings
    }

    private func signing() async throws(Naming.Unanswered) -> [Finding] {
        guard let signatures else { return [] }
        guard let signature = signatures.first(where: isAligned) ?? signatures.first else {
            return [
                .remark(
                    check, "DKIM: the test mail came back unsigned; many servers sign only what goes outside",
                    mend: "look at the headers of a mail you sent elsewhere, and let your provider sign if it does not")
            ]
        }
        guard isAligned(signature) else {
            return [
                .remark(
                    check,
                    "DKIM: the test mail is signed by \(TextSafety.singleLine(signature.domain)), not by its domain",
                    mend: "let your provider sign with \(domain.text), so that DMARC can rest on it")
            ]
        }
        guard let name = DomainLabel("\(signature.selector)._domainkey.\(signature.domain)") else { return [] }
        let keys = try await naming.texts(name)
        return keys.contains(where: SenderPolicy.isKey)
            ? [.well(check, "DKIM: the test mail is signed, and its key is published")]
            : [
                .problem(
                    check, "DKIM: mail is signed with a key that is not published",
                    mend: "publish the key your provider names at \(name.text)")
            ]
    }

    /// RFC 7489 §3.1.1, relaxed: the same domain or one above the other.
    private func isAligned(_ signature: SignatureName) -> Bool {
        guard let signer = DomainLabel(signature.domain) else { return false }
        return domain.isWithin(signer) || signer.isWithin(domain)
    }
}
