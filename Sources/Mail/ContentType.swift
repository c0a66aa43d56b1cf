/// The type of a part (RFC 2045 §5): lower-case type and subtype, and parameters decoded on demand.
///
/// What cannot be read is `text/plain` (RFC 2045 §5.2) or what the container says the default is.
package struct ContentType: Sendable, CustomStringConvertible {
    package let type: String
    package let subtype: String
    let parameters: Parameters

    init(type: String, subtype: String, parameters: Parameters = .none) {
        self.type = type
        self.subtype = subtype
        self.parameters = parameters
    }

    package var mediaType: String { type + "/" + subtype }

    /// Parameters may hold names, so they are not shown.
    package var description: String { mediaType }

    /// The decoded value of a parameter, RFC 2231 continuations joined; `name` in lower case.
    package func parameter(_ name: String) -> String? { parameters.value(of: name) }

    package var charset: String? {
        parameters.withCharset { label in label.map { String(decoding: $0, as: UTF8.self) } }
    }

    package var boundary: String? {
        let bytes = parameters.boundary
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
