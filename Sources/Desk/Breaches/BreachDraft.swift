package import Foundation

/// A breach before it has a number.
package struct BreachDraft: Sendable, Equatable {
    package var isDrill: Bool
    package var detectedAt: Date
    package var awareAt: Date
    package var decidedBy: String
    package var kinds: Set<BreachAccount.Kind>
    package var account: BreachAccount

    package init(
        isDrill: Bool = false, detectedAt: Date, awareAt: Date, decidedBy: String, kinds: Set<BreachAccount.Kind>,
        account: BreachAccount = BreachAccount()
    ) {
        self.isDrill = isDrill
        self.detectedAt = detectedAt
        self.awareAt = awareAt
        self.decidedBy = decidedBy
        self.kinds = kinds
        self.account = account
    }

    package func validate(now: Date) throws(DeskRefusal) {
        guard detectedAt <= awareAt, awareAt <= now else {
            throw .invalid(field: "awareAt", expected: "a time from detection to now")
        }
        guard now.timeIntervalSince(detectedAt) <= Limits.breachAge.seconds else {
            throw .invalid(field: "detectedAt", expected: "a time of the last ten years")
        }
        guard !kinds.isEmpty else {
            throw .invalid(
                field: "kinds", expected: BreachAccount.Kind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        guard decidedBy.contains(where: { !$0.isWhitespace }), decidedBy.utf8.count <= Limits.lineBytes else {
            throw .invalid(field: "decidedBy", expected: "who decided it, in 1–\(Limits.lineBytes) bytes")
        }
        try account.validate()
    }

    package func breach(numbered number: BreachNumber, by author: Principal, at now: Date) -> Breach {
        Breach(
            number: number, isDrill: isDrill, openedAt: now, openedBy: author.auditName, detectedAt: detectedAt,
            awareAt: awareAt, decidedBy: decidedBy, kinds: kinds, account: account)
    }
}
