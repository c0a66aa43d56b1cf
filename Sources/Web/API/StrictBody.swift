import Foundation

/// A request body that refuses what it does not know, so that a misspelt field is an error and not a silent default.
///
/// A conforming type decodes itself from `decoder.strictContainer`, nested ones too.
package protocol StrictBody: Codable, Sendable {}

/// A field that nobody knows. Only its name, shortened, is kept.
struct UnknownField: Error {
    let path: String
    let known: [String]
}

/// Any key, for looking at which there are.
private struct AnyKey: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) {
        nil
    }
}

extension Decoder {
    /// The container of an object that has no other fields than the cases of `Keys`.
    package func strictContainer<Keys: CodingKey & CaseIterable>(
        keyedBy keys: Keys.Type
    ) throws -> KeyedDecodingContainer<Keys> {
        let known = keys.allCases.map(\.stringValue)
        for key in try container(keyedBy: AnyKey.self).allKeys where !known.contains(key.stringValue) {
            throw UnknownField(path: BodyReader.path(codingPath + [key]), known: known)
        }
        return try container(keyedBy: keys)
    }
}

/// Reads a JSON body and says in the API's words what is wrong with it.
enum BodyReader {
    static func read<Body: StrictBody>(_ type: Body.Type, from request: WebRequest) throws(APIFailure) -> Body {
        guard request.mediaType == "application/json" else { throw .notJSON }
        do {
            return try APICoding.decoder().decode(type, from: Foundation.Data(request.body))
        } catch let unknown as UnknownField {
            throw .invalid(unknown.path, "one of the fields \(unknown.known.joined(separator: ", "))")
        } catch let failure as DecodingError {
            throw failure.apiFailure
        } catch {
            throw .malformed
        }
    }

    static func path(_ keys: [any CodingKey]) -> String {
        let names = keys.map { key in key.intValue.map { "[\($0)]" } ?? key.stringValue }
        let path = names.joined(separator: ".").replacing(".[", with: "[")
        return String(String.UnicodeScalarView(path.unicodeScalars.prefix(Limits.repeatedNameScalars).map(visible)))
    }

    private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format ? "?" : scalar
    }
}

extension DecodingError {
    fileprivate var apiFailure: APIFailure {
        switch self {
        case .keyNotFound(let key, let context):
            return .invalid(BodyReader.path(context.codingPath + [key]), "a value; it is missing")
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            return .invalid(BodyReader.path(context.codingPath), "a value of type \(Self.word(for: type))")
        case .dataCorrupted(let context):
            guard !context.codingPath.isEmpty else { return .malformed }
            return .invalid(BodyReader.path(context.codingPath), "a value of the form the API describes")
        @unknown default: return .malformed
        }
    }

    private static func word(for type: any Any.Type) -> String {
        switch type {
        case is String.Type: "string"
        case is Bool.Type: "boolean"
        case is Int.Type, is Int64.Type, is Double.Type: "number"
        case is [String: Any].Type: "object"
        default: "\(type)".hasPrefix("Array") ? "list" : "object"
        }
    }
}
