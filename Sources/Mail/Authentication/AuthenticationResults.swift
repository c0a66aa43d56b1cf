/// One Authentication-Results field (RFC 8601 §2.2): who says it, and what it says about DMARC.
struct AuthenticationResults {
    /// The identifier of the server, as written.
    let authservID: String
    /// RFC 8601 §2.2: only version 1 is known; a field of another version says nothing.
    let isUnderstood: Bool
    private(set) var dmarc: [Result] = []

    /// One `dmarc=…` with the domain of `header.from`, when it was given.
    struct Result {
        let verdict: String
        var headerFrom: String?
    }

    /// `nil` when there is no identifier.
    init?(_ value: [UInt8], commentDepth: Int) {
        var scanner = AuthenticationTokens(value, commentDepth: commentDepth)
        guard let id = scanner.nextValue() else { return nil }
        authservID = id
        let version = scanner.nextValue()
        isUnderstood = version == nil || version == "1"
        guard isUnderstood else { return }
        while scanner.skipToNextResult() { takeResult(&scanner) }
    }

    /// `method[/version]=result [reason=…] ptype.property=value …`
    private mutating func takeResult(_ scanner: inout AuthenticationTokens) {
        guard let method = scanner.nextValue(), scanner.takeMethodVersion(), scanner.take(.equals),
            let verdict = scanner.nextValue(), method.lowercased() == "dmarc"
        else { return }
        var result = Result(verdict: verdict.lowercased())
        while let name = scanner.nextValue() {
            guard scanner.take(.equals) else { continue }
            let value = scanner.nextValue()
            if name.lowercased() == "header.from", result.headerFrom == nil { result.headerFrom = value }
        }
        dmarc.append(result)
    }
}
