package import Desk

/// What a POST to an unsubscribe link says. A closed list: whatever is not exactly one of these changes nothing.
package enum UnsubscribeSubmission: Sendable, Equatable {
    /// A mail client's one click (RFC 8058 §3.1).
    case oneClick
    /// The form of the page.
    case form(Choice, dropsRequest: Bool)
    /// The form of the page that takes an unsubscribe back.
    case undo
    /// The form of the settings page of staff mail.
    case notices(isMuted: Bool)
    /// The button beside one of the consents.
    case withdraw(ShortName)

    package enum Choice: String, Sendable, CaseIterable {
        case everything, automatic, ticket

        package var scope: UnsubscribeScope {
            switch self {
            case .everything: .everything
            // News is automatic mail too: who wants none of the one wants none of the other.
            case .automatic: [.automatic, .marketing]
            case .ticket: .ticket
            }
        }
    }

    /// Reads a body. Both encodings are accepted (RFC 8058 §3.1: "MAY be multipart/form-data"); none declared is
    /// read as urlencoded, because some mail clients forget to declare it and the words are unambiguous.
    package init?(_ request: WebRequest) {
        let fields: FormFields?
        switch request.mediaType {
        case nil, "application/x-www-form-urlencoded":
            // A line end after the form is no part of it; some clients send one.
            var body = request.body[...]
            while body.last == 0x0A || body.last == 0x0D { body = body.dropLast() }
            fields = FormFields(urlEncoded: Array(body))
        case "multipart/form-data":
            fields = FormFields(multipart: request.body, contentType: request.header("content-type") ?? "")
        default: fields = nil
        }
        guard let fields, let submission = Self.reading(fields) else { return nil }
        self = submission
    }

    private static func reading(_ form: FormFields) -> UnsubscribeSubmission? {
        switch form.names.sorted() {
        case ["List-Unsubscribe"]: return form.only("List-Unsubscribe") == "One-Click" ? .oneClick : nil
        case ["undo"]: return form.only("undo") == "1" ? .undo : nil
        case ["withdraw"]: return form.only("withdraw").flatMap { ShortName($0) }.map { .withdraw($0) }
        case ["notices"]:
            switch form.only("notices") {
            case "mute": return .notices(isMuted: true)
            case "all": return .notices(isMuted: false)
            default: return nil
            }
        case ["confirm", "scope"], ["confirm", "drop", "scope"]:
            guard form.only("confirm") == "1", let choice = form.only("scope").flatMap({ Choice(rawValue: $0) }) else {
                return nil
            }
            guard form.names.contains("drop") else { return .form(choice, dropsRequest: false) }
            return form.only("drop") == "1" ? .form(choice, dropsRequest: true) : nil
        default: return nil
        }
    }
}
