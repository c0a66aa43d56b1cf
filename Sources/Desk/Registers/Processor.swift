/// Somebody who processes personal data for the controller: the mail provider, the host, where backups lie (Art. 28).
package struct Processor: RegisterStatement {
    package static let register = Register.processors

    /// What Art. 28(3) wants in the contract, by its letters, and its last sentence.
    package enum Term: String, Codable, Sendable, CaseIterable {
        case instructions = "a"
        case confidentiality = "b"
        case security = "c"
        case subprocessors = "d"
        case rights = "e"
        case assistance = "f"
        case deletion = "g"
        case audits = "h"
        case warning = "infringing-instruction"
    }

    /// By what data may leave the European Economic Area (Art. 44–49).
    package enum TransferTool: String, Codable, Sendable, CaseIterable {
        case none
        case adequacy
        case standardClauses = "scc"
        case bindingRules = "bcr"
        case derogation
    }

    /// What it is called here; a newer statement of the same name takes this one's place.
    package var name: String
    /// What it does for us.
    package var service: String
    /// Names of its servers as they stand in the configuration, which is how a server without a processor is found.
    package var hosts: [String]
    package var data: String
    /// Two letters, ISO 3166-1.
    package var country: String
    package var transfer: TransferTool
    /// The day of the contract, ISO 8601; nil while there is none.
    package var agreement: String?
    package var terms: [Term]
    package var subprocessors: String
    /// When somebody should look again, ISO 8601.
    package var review: String?
    /// It works for us no more. The statement stays, because it once did.
    package var hasEnded: Bool

    package init(
        name: String, service: String, hosts: [String], data: String, country: String, transfer: TransferTool,
        agreement: String?, terms: [Term], subprocessors: String, review: String?, hasEnded: Bool = false
    ) {
        self.name = name
        self.service = service
        self.hosts = hosts
        self.data = data
        self.country = country
        self.transfer = transfer
        self.agreement = agreement
        self.terms = terms
        self.subprocessors = subprocessors
        self.review = review
        self.hasEnded = hasEnded
    }

    package func validate() throws(DeskRefusal) {
        for (field, text, isNeeded) in [
            ("name", name, true), ("service", service, true), ("data", data, false),
            ("subprocessors", subprocessors, false),
        ] {
            guard text.isOneLine, text.utf8.count <= Limits.registerLineBytes,
                !isNeeded || text.contains(where: \.isLetter)
            else { throw .invalid(field: field, expected: "one line of at most \(Limits.registerLineBytes) bytes") }
        }
        guard country.utf8.count == 2, country.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw .invalid(field: "country", expected: "two capital letters, such as DE (ISO 3166-1)")
        }
        for (field, day) in [("agreement", agreement), ("review", review)] {
            if let day, CalendarDay(text: day) == nil {
                throw .invalid(field: field, expected: "a day such as 2026-03-05")
            }
        }
        guard hosts.count <= Limits.processorHosts,
            hosts.allSatisfy({ $0.isOneLine && (1...253).contains($0.utf8.count) })
        else { throw .invalid(field: "hosts", expected: "at most \(Limits.processorHosts) host names") }
    }
}
