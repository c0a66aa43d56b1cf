/// Whether the author is who the From field says, according to the server that received the mail.
extension Message {
    /// The DMARC verdict of the topmost Authentication-Results field of `authservID` (RFC 8601 §4.1, §5).
    ///
    /// Fields below it, other servers' fields and fields of embedded messages are never believed. A pass counts only
    /// for a single author, and only if it was reported for the domain in From; an empty identifier trusts nobody.
    package func authentication(trusting authservID: String) -> AuthenticationVerdict {
        guard !authservID.isEmpty else { return .none }
        for field in tree.fields("authentication-results", of: 0) {
            let value = tree.unfolded(field, of: 0)
            guard let results = AuthenticationResults(value, commentDepth: tree.limits.commentDepth),
                results.authservID.lowercased() == authservID.lowercased()
            else { continue }
            return verdict(results)
        }
        return .none
    }

    /// The servers that report in Authentication-Results fields, the topmost first. It proves nothing: a mail may bring
    /// such fields along. Of a mail that one sent oneself, the first names one's own server.
    package var reportingServers: [String] {
        tree.fields("authentication-results", of: 0).compactMap { field in
            AuthenticationResults(tree.unfolded(field, of: 0), commentDepth: tree.limits.commentDepth)?.authservID
        }
    }

    private func verdict(_ results: AuthenticationResults) -> AuthenticationVerdict {
        if results.dmarc.contains(where: { $0.verdict == "fail" }) { return .fail }
        let authors = from
        guard authors.count == 1, let author = authors.first?.email else { return .none }
        for result in results.dmarc where result.verdict == "pass" {
            guard let domain = result.headerFrom else { return .pass }
            return covers(domain, author) ? .pass : .none
        }
        return .none
    }

    /// Servers report the domain of From or the organisational domain above it.
    private func covers(_ reported: String, _ author: EmailAddress) -> Bool {
        let wanted = DomainName.ascii(String(reported.drop { $0 == "@" }))
        let domain = DomainName.ascii(author.domain)
        return domain == wanted || (wanted.contains(".") && domain.hasSuffix("." + wanted))
    }
}
