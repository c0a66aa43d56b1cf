/// How an agent made sure that whoever asked is the person, and who vouches for it (Art. 12(6)).
package struct ErasureVerification: Sendable, Equatable {
    package enum How: String, Sendable, CaseIterable {
        case phone, letter, mail, portal
        case inPerson = "in-person"
    }

    package var how: How
    /// The name of whoever checked; kept sealed.
    package var by: String
    /// For a shared account: with what authority the asker speaks for it. Kept sealed.
    package var authority: String?

    package init(how: How, by: String, authority: String? = nil) {
        self.how = how
        self.by = by
        self.authority = authority
    }

    package func validate() throws(DeskRefusal) {
        guard by.utf8.count <= Limits.lineBytes, by.isOneLine, by.contains(where: { !$0.isWhitespace }) else {
            throw .invalid(
                field: "verified.by", expected: "one line of 1–\(Limits.lineBytes) bytes: who checked the identity")
        }
    }
}

extension RightsRequest.Channel {
    /// The way the wish came, in the words of a certificate.
    var verification: ErasureVerification.How {
        switch self {
        case .mail: .mail
        case .portal: .portal
        case .phone: .phone
        case .letter: .letter
        case .person: .inPerson
        }
    }
}
