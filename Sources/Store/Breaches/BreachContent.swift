internal import Desk
internal import Foundation

/// The words of a breach, one sealed value. JSON, because it grows with the law and an old row must stay readable.
struct BreachContent: Codable {
    var decidedBy: String
    var account: BreachAccount
    var assessments: [BreachAssessment]
    var filings: [BreachFiling]
    var communications: [BreachCommunication]
    var queries: [AffectedQuery]
    var closing: Breach.Closing?

    init(_ breach: Breach) {
        decidedBy = breach.decidedBy
        account = breach.account
        assessments = breach.assessments
        filings = breach.filings
        communications = breach.communications
        queries = breach.queries
        closing = breach.closing
    }

    func bytes() throws(StoreFailure) -> [UInt8] {
        do {
            return Array(try JSONEncoder().encode(self))
        } catch {
            throw .damaged
        }
    }

    static func read(_ bytes: [UInt8]) throws(StoreFailure) -> BreachContent {
        do {
            return try JSONDecoder().decode(BreachContent.self, from: Data(bytes))
        } catch {
            throw .damaged
        }
    }
}
