package import Foundation

/// Status, header lines and body of one HTTP answer, as received.
package struct HTTPResponse: Sendable {
    package let status: Int
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]
    /// Only where the request asked for it, and never for plain HTTP.
    package let certificateEnds: Date?

    /// The first header of this name, whatever its case.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    init(status: Int, headerBytes: [UInt8], body: [UInt8], certificateEnds: Date? = nil) {
        self.status = status
        self.certificateEnds = certificateEnds
        self.body = body
        self.headers = Self.lastBlock(of: headerBytes)
    }

    /// libcurl delivers the header blocks of interim answers (100 Continue) too; the last one counts.
    private static func lastBlock(of bytes: [UInt8]) -> [(name: String, value: String)] {
        var headers: [(name: String, value: String)] = []
        for line in bytes.split(separator: 0x0A) {
            if line.starts(with: "HTTP/".utf8) {
                headers = []
                continue
            }
            guard let colon = line.firstIndex(of: 0x3A) else { continue }
            let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
            let end = value.lastIndex { $0 > 0x20 } ?? value.startIndex - 1
            headers.append(
                (String(decoding: line[..<colon], as: UTF8.self), String(decoding: value[...end], as: UTF8.self)))
        }
        return headers
    }
}
