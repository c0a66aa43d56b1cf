package import Foundation
package import Vault

/// An entry of the audit log as it is shown. Whether it is what was written, only the chain tells (`AuditVerdict`).
package struct AuditRecord: Sendable, Equatable {
    package var sequence: Int64
    package var at: Date
    package var event: String
    package var object: ObjectID?
    /// Who did it: a role, or a token by its id. Nil when the details cannot be read.
    package var actor: String?
    /// The other details; nil when they cannot be read, as after somebody changed them.
    package var details: [String: AuditDetail]?

    package init(sequence: Int64, at: Date, event: String, object: ObjectID?, details json: [UInt8]) {
        self.sequence = sequence
        self.at = at
        self.event = event
        self.object = object
        do {
            var read = try JSONDecoder().decode([String: AuditDetail].self, from: Data(json))
            if case .word(let actor)? = read.removeValue(forKey: "actor") { self.actor = actor }
            details = read
        } catch {
            details = nil
        }
    }

    package var objectHex: String? { object?.hex }
}

/// One fact of an entry: a number, or a word of ours.
package enum AuditDetail: Sendable, Equatable, Codable {
    case number(Int64)
    case word(String)

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            self = .number(try container.decode(Int64.self))
        } catch DecodingError.typeMismatch {
            self = .word(try container.decode(String.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .word(let word): try container.encode(word)
        }
    }
}
