/// A leniency that reading a message needed, by name. The list is closed: what is not named here is not tolerated.
///
/// A defect names a rule, never a value: it is safe to log, to count and to show.
package enum Defect: String, Sendable, Hashable, CaseIterable {
    // The lines of the message.
    case mboxFromLine = "mbox-from-line"
    case nulByte = "nul-byte"
    case loneCarriageReturns = "lone-carriage-returns"

    // The header section.
    case malformedHeaderLine = "malformed-header-line"
    case tooManyHeaders = "too-many-headers"
    case headerTooLarge = "header-too-large"
    case headerFieldTooLong = "header-field-too-long"
    case unencoded8bitHeader = "unencoded-8bit-header"
    case missingFrom = "missing-from"
    case missingDate = "missing-date"
    case missingMessageID = "missing-message-id"
    case duplicateFrom = "duplicate-from"
    case duplicateSubject = "duplicate-subject"
    case duplicateHeader = "duplicate-header"
    case invalidDate = "invalid-date"
    case invalidMessageID = "invalid-message-id"
    case oddAddress = "odd-address"
    case tooManyAddresses = "too-many-addresses"

    // The structure.
    case missingBoundaryParameter = "missing-boundary-parameter"
    case boundaryNeverFound = "boundary-never-found"
    case missingClosingBoundary = "missing-closing-boundary"
    case tooManyParts = "too-many-parts"
    case tooDeep = "too-deep"
    case encodedContainer = "encoded-container"

    // The content of the parts.
    case unknownTransferEncoding = "unknown-transfer-encoding"
    case malformedBase64 = "malformed-base64"
    case malformedQuotedPrintable = "malformed-quoted-printable"
    case unknownCharset = "unknown-charset"
    case charsetMismatch = "charset-mismatch"
    case undecodableBytes = "undecodable-bytes"

    // What an agent reads.
    case hiddenTextDropped = "hidden-text-dropped"
    case alternativesDiffer = "alternatives-differ"
    case textTruncated = "text-truncated"
    case malformedHTML = "malformed-html"
    case malformedReport = "malformed-report"

    // What is not plain text, and how it was read.
    case encryptedContent = "encrypted-content"
    case signatureNotChecked = "signature-not-checked"
    case textFromWinmail = "text-from-winmail-dat"
    case filesInText = "files-in-text"
    case calendarInvitation = "calendar-invitation"
    case partialMessage = "partial-message"
    case contentElsewhere = "content-elsewhere"
}
