import Desk

/// What a POST of the consent form says. A closed list of fields: a form of ours, or nothing.
struct ConsentSubmission: Sendable, Equatable {
    let version: ConsentTextVersion
    let address: String
    /// Somebody ticked the box of this purpose. Without it the form says nothing.
    let hasTicked: Bool
    /// `yes` or `no`; nil when it was not answered.
    let isOldEnough: Bool?

    init?(_ request: WebRequest, to purpose: String) {
        guard request.mediaType == "application/x-www-form-urlencoded",
            let form = FormFields(urlEncoded: request.body),
            Set(form.names).isSubset(of: ["version", "address", "consent", "age"]),
            Set(form.names).count == form.names.count,
            let version = form.only("version").flatMap({ ConsentTextVersion(text: $0) }),
            let address = form.only("address")
        else { return nil }
        self.version = version
        self.address = address
        switch form.only("consent") {
        case nil: hasTicked = false
        case purpose?: hasTicked = true
        default: return nil
        }
        switch form.only("age") {
        case nil: isOldEnough = nil
        case "yes"?: isOldEnough = true
        case "no"?: isOldEnough = false
        default: return nil
        }
    }
}
