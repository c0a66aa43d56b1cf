/// What is still open about a processor. Words of ours, each with its article.
extension Processor {
    package func open(on today: CalendarDay) -> [String] {
        guard !hasEnded else { return [] }
        var open: [String] = []
        if agreement == nil { open.append("no contract is recorded (Art. 28(3))") }
        let missing = Term.allCases.filter { !terms.contains($0) }
        if !missing.isEmpty {
            let letters = missing.map(\.rawValue).joined(separator: ", ")
            open.append("the contract is not recorded to say (Art. 28(3)): \(letters)")
        }
        if let transfer = openTransfer { open.append(transfer) }
        if let review = review.flatMap({ CalendarDay(text: $0) }), review < today {
            open.append("a review was due on \(review.text) (Art. 24(1))")
        }
        return open
    }

    var openTransfer: String? {
        guard !EuropeanEconomicArea.contains(country) else { return nil }
        switch transfer {
        case .none: return "data go to \(country) and nothing allows it (Art. 44)"
        case .adequacy:
            guard !EuropeanEconomicArea.adequate.contains(country) else { return nil }
            return EuropeanEconomicArea.adequateInPart.contains(country)
                ? "adequacy of \(country) covers some recipients only: see whether this is one (Art. 45)"
                : "no adequacy decision for \(country) is known as of \(EuropeanEconomicArea.adequacyAsOf) (Art. 45)"
        case .derogation: return "a derogation is for single cases, not for a standing service (Art. 49)"
        case .standardClauses, .bindingRules: return nil
        }
    }
}

/// The processors that work for the controller now, and the servers nobody is named for.
package struct ProcessorRegister: Sendable, Equatable {
    /// By name, each as it was last stated, ended ones included.
    package let processors: [Dated<Processor>]
    /// Servers of the configuration that stand with no processor who works for us.
    package let unnamedHosts: [String]

    package init(_ entries: [RegisterEntry], hosts: [String]) {
        var newest: [String: Dated<Processor>] = [:]
        for dated in entries.compactMap({ $0.read(as: Processor.self) }) { newest[dated.statement.name] = dated }
        processors = newest.values.sorted { $0.statement.name < $1.statement.name }
        let named = Set(processors.filter { !$0.statement.hasEnded }.flatMap(\.statement.hosts).map { $0.lowercased() })
        unnamedHosts = Set(hosts.map { $0.lowercased() }).subtracting(named).sorted()
    }

    package var current: [Dated<Processor>] { processors.filter { !$0.statement.hasEnded } }
}
