import Foundation
import Testing

/// One point of the house style: a name, the files it speaks about, and the check.
///
/// Every rule stands in `Rule.all` and has bad snippets in the self-test, so that none can silently find nothing.
struct Rule: Sendable, CustomTestStringConvertible {
    let name: String
    let check: @Sendable (SourceFile) -> [Finding]

    var testDescription: String { name }

    static let all: [Rule] =
        [imports, fileLength, lineLength, functionLength]
        + [bannedCalls, publicWord, emptyCatch, preconditionSentence, boundedStream, uncheckedReason]
        + [typeNames, fileName, purpose, leftovers, oldCode]

    static let fileCap = 400
    static let functionCap = 60
    static let lineCap = 120
}
