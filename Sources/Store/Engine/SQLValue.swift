internal import Vault

/// What can be bound to a statement. There is no floating number in the schema.
enum SQLValue: Sendable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }
    static func integer(_ value: UInt32) -> SQLValue { .integer(Int64(value)) }
    static func integer(_ value: Int64?) -> SQLValue { value.map { .integer($0) } ?? .null }
    static func flag(_ value: Bool) -> SQLValue { .integer(value ? Int64(1) : Int64(0)) }
    static func text(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
    static func blob(_ value: [UInt8]?) -> SQLValue { value.map { .blob($0) } ?? .null }
    static func id(_ value: ObjectID) -> SQLValue { .blob(value.bytes) }
    static func id(_ value: ObjectID?) -> SQLValue { value.map { .blob($0.bytes) } ?? .null }
}
