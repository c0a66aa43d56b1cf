import Foundation
import Testing

/// The files beside the tests.
enum MailFixture {
    static func bytes(_ path: String) throws -> [UInt8] {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/" + path, withExtension: nil))
        return [UInt8](try Data(contentsOf: url))
    }

    static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    /// A mail as it comes from a server: files are kept with plain line ends.
    static func mail(_ path: String) throws -> [UInt8] {
        Array(try text(path).replacing("\n", with: "\r\n").utf8)
    }
}
