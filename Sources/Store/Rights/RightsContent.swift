internal import Desk

/// The personal part of a request: one sealed value, under the person's key or, with nobody on file, under the desk's.
struct RightsContent {
    var wording: String
    var contact: String?
    /// How a human recognised the person.
    var recognisedBy: String?
    var extensionReason: String?
    var reasons: String?

    init(_ request: RightsRequest) {
        wording = request.wording
        contact = request.contact
        if case .byStaff(let how, _, _) = request.identity { recognisedBy = how }
        extensionReason = request.extensionReason
        reasons = request.decision?.reasons
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(wording)
        for text in [contact, recognisedBy, extensionReason, reasons] { writer.write(ifAny: text) }
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(StoreFailure) {
        var reader = ByteReader(bytes)
        wording = try reader.text()
        contact = try reader.textIfAny()
        recognisedBy = try reader.textIfAny()
        extensionReason = try reader.textIfAny()
        reasons = try reader.textIfAny()
    }

    /// What is left when the person was erased.
    static let erased = RightsContent()

    private init() {
        wording = ""
    }
}
