import Desk
package import Foundation

/// How the API's values become JSON and back, on both sides of the socket: dates in ISO 8601, UTC, whole seconds.
package enum APICoding {
    package static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    package static func decoder() -> JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return decoder
    }

    /// A problem holds nothing that cannot be JSON; should it all the same, its status still says what happened.
    static func encodedProblem(_ problem: APIProblem) -> [UInt8] {
        do {
            return Array(try encoder().encode(problem))
        } catch {
            return Array("{\"status\":\(problem.status)}".utf8)
        }
    }

    static func response(_ status: Int, _ value: some Encodable) -> WebResponse {
        do {
            return WebResponse(
                status: status, headers: [("Content-Type", "application/json")],
                body: Array(try encoder().encode(value)))
        } catch {
            return APIFailure.refused(.storage(.damaged), thing: "the answer").response
        }
    }
}
