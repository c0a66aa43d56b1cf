import Desk
package import Foundation

/// The register of processors, with what is open about each.
package struct APIProcessors: Codable, Sendable, Equatable {
    package struct Entry: Codable, Sendable, Equatable {
        package var name: String
        package var service: String
        package var country: String
        package var hosts: [String]
        package var data: String
        package var transfer: String
        @OrNull package var agreement: String?
        package var terms: [String]
        package var subprocessors: String
        @OrNull package var review: String?
        package var ended: Bool
        package var statedAt: Date
        package var open: [String]
    }

    package var processors: [Entry]
    package var unnamedHosts: [String]

    init(_ register: ProcessorRegister, today: CalendarDay) {
        processors = register.processors.map { dated in
            let processor = dated.statement
            return Entry(
                name: processor.name, service: processor.service, country: processor.country, hosts: processor.hosts,
                data: processor.data, transfer: processor.transfer.rawValue, agreement: processor.agreement,
                terms: processor.terms.map(\.rawValue), subprocessors: processor.subprocessors,
                review: processor.review, ended: processor.hasEnded, statedAt: dated.at,
                open: processor.open(on: today))
        }
        unnamedHosts = register.unnamedHosts
    }
}
