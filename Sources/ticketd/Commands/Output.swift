import Foundation
import Glibc
import Mail
import Web

/// What commands print. A stranger's text passes the terminal encoder: it is shown, never obeyed (P17).
enum Output {
    static func line(_ text: String) {
        print(text)
    }

    static func json(_ value: some Encodable, _ client: AdminClient) throws(OperatorError) {
        print(String(decoding: try client.encode(value), as: UTF8.self))
    }

    static func safe(_ text: String) -> String { TextSafety.forTerminal(text) }
    static func safeLine(_ text: String) -> String { TextSafety.singleLine(text) }
}

/// What commands read.
enum Input {
    /// The rest of standard input after a line was asked for, which may have taken more than the line off the pipe.
    static func lines() -> String {
        var text = ""
        while let line = readLine(strippingNewline: false) { text += line }
        return text
    }

    static func everything() -> String {
        String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
    }
}

/// The query part of a path, with the values percent-encoded.
struct QueryText {
    let text: String

    init(_ items: [(String, String?)]) {
        let parts = items.compactMap { name, value -> String? in
            value.map { "\(name)=\(Self.encoded($0))" }
        }
        text = parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    private static func encoded(_ value: String) -> String {
        value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
