import Desk

/// A problem of RFC 9457 in three parts: `title` says what happened, `detail` to which thing and what to do next.
/// It repeats no value of the caller's but the name of a field.
package struct APIProblem: Codable, Sendable, Equatable {
    /// `urn:ticketd:` and a word that does not change.
    package var type: String
    package var title: String
    package var status: Int
    package var detail: String
    /// With 409: the version the ticket has now.
    package var currentVersion: Int64?
    /// With 422: which field, and what is expected in it.
    package var field: String?
    package var expected: String?
    /// With 403: the scope that is missing.
    package var scope: String?

    init(_ word: String, _ status: Int, _ title: String, _ detail: String) {
        self.type = "urn:ticketd:\(word)"
        self.title = title
        self.status = status
        self.detail = detail
    }

    init(_ refusal: DeskRefusal, of thing: String) {
        switch refusal {
        case .notFound(let subject):
            let name = subject == .link ? "link" : thing
            self.init(
                "not-found", 404, "No such \(subject.rawValue)",
                "\(name.capitalisedFirst) does not exist, or you may not see it. Check the number or id in a list.")
        case .forbidden(let scope):
            self.init(
                "forbidden", 403, "Not allowed",
                "\(thing.capitalisedFirst) needs the scope \(scope.rawValue). Use a token that has it, "
                    + "or ask the operator for one.")
            self.scope = scope.rawValue
        case .conflict(let version):
            self.init(
                "conflict", 409, "Somebody was faster",
                "\(thing.capitalisedFirst) has version \(version) now. Read it again, then repeat with "
                    + "“If-Match: \"\(version)\"”.")
            self.currentVersion = version
        case .invalid(let field, let expected):
            self.init(
                "invalid", 422, "A value cannot be",
                "In \(thing) the field “\(field)” is not acceptable. Expected: \(expected).")
            self.field = field
            self.expected = expected
        case .sendingRefused(let reason):
            self.init(
                "sending-refused", 503, "Nothing may be sent", "\(thing.capitalisedFirst) was not sent. \(reason)")
        case .storage(let failure):
            self.init(failure, of: thing)
        }
    }

    private init(_ failure: StoreFailure, of thing: String) {
        switch failure {
        case .notWritable:
            self.init(
                "not-writable", 503, "The store cannot be written",
                "Nothing of \(thing) was changed. Free space on the disk of state_dir or make it writable; "
                    + "it recovers by itself.")
        case .busy:
            self.init(
                "busy", 503, "The store is busy",
                "Nothing of \(thing) was changed. Try again in \(Limits.retryWhenBusy) seconds.")
        case .ioFailed:
            self.init(
                "storage-failed", 500, "The store failed",
                "Whether \(thing) was changed is unknown. See the log of the daemon, then run `ticketd check`.")
        case .damaged:
            self.init(
                "damaged", 500, "A record is damaged",
                "\(thing.capitalisedFirst) could not be opened. Run `ticketd check`; other records are not concerned.")
        case .keyDestroyed:
            self.init(
                "erased", 410, "It was erased",
                "\(thing.capitalisedFirst) belonged to somebody who was erased. "
                    + "It cannot be brought back.")
        case .keyHeld:
            self.init(
                "restricted", 409, "It is withheld",
                "\(thing.capitalisedFirst) belongs to somebody whose data is restricted (Art. 18). "
                    + "Only the data protection officer reads it until that is lifted.")
        case .notFound:
            self.init(
                "not-found", 404, "Nothing there",
                "\(thing.capitalisedFirst) does not exist, or not in a state that allows this. Check it in a list.")
        }
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
