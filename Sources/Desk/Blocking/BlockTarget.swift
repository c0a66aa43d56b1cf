package import Foundation
package import Mail

/// Whose mail opens no ticket: one address, or everything of a domain and below it.
package enum BlockTarget: Sendable, Equatable {
    case address(EmailAddress)
    /// In the form domains are compared by.
    case domain(String)

    package enum Kind: String, Sendable, CaseIterable {
        case address, domain
    }

    package static let expected = "an address like a@b.example, or a domain like b.example"

    /// `b.example` and `@b.example` are the domain. One label alone is none: it would be half the world.
    package init?(_ text: String) {
        if let address = EmailAddress(text) {
            self = .address(address)
            return
        }
        let domain = DomainName.ascii(text.first == "@" ? String(text.dropFirst()) : text)
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, !text.contains(".."), domain.utf8.count <= 253, labels.allSatisfy(Self.isLabel) else {
            return nil
        }
        self = .domain(domain)
    }

    package var kind: Kind {
        switch self {
        case .address: .address
        case .domain: .domain
        }
    }

    package func covers(_ address: EmailAddress) -> Bool {
        switch self {
        case .address(let own): own.normalized == address.normalized || own.normalized == address.withoutTag.normalized
        case .domain(let own): Self.domains(of: address).contains(own)
        }
    }

    /// The domain of an address and those it lies in, down to two labels.
    package static func domains(of address: EmailAddress) -> [String] {
        var labels = DomainName.ascii(address.domain).split(separator: ".").suffix(Limits.domainLabels)
        var domains: [String] = []
        while labels.count >= 2 {
            domains.append(labels.joined(separator: "."))
            labels = labels.dropFirst()
        }
        return domains
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || $0 == "-" || $0 == "_" || ("0"..."9").contains($0))
            }
    }
}

/// One block. Whom it names is kept as a keyed hash, so it cannot be shown again.
package struct Block: Sendable, Equatable {
    package var kind: BlockTarget.Kind
    package var since: Date
    /// How many mails it has stopped.
    package var stopped: Int

    package init(kind: BlockTarget.Kind, since: Date, stopped: Int = 0) {
        self.kind = kind
        self.since = since
        self.stopped = stopped
    }
}
