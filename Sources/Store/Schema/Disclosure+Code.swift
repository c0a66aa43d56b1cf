internal import Desk

/// The number of a kind in `disclosure.kind`. Part of the schema: it never changes.
extension Disclosure.Kind {
    var code: Int64 {
        switch self {
        case .forward: 1
        case .copy: 2
        }
    }

    init(code: Int64) throws(StoreFailure) {
        guard let kind = Self.allCases.first(where: { $0.code == code }) else { throw .damaged }
        self = kind
    }
}
