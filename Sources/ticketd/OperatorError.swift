/// What an operator reads when something could not be done: what happened, to which thing, what to do next.
///
/// Holds nothing personal: names of files, settings, mailboxes and commands only.
struct OperatorError: Error, Sendable, Equatable, CustomStringConvertible {
    let what: String
    let thing: String
    let remedy: String
    let exitCode: ExitStatus

    init(_ what: String, thing: String, remedy: String, exitCode: ExitStatus) {
        self.what = what
        self.thing = thing
        self.remedy = remedy
        self.exitCode = exitCode
    }

    /// The daemon's own refusals come as whole sentences, which say what to do themselves.
    var description: String {
        let head = thing.isEmpty ? what : "\(what): \(thing)"
        let sentence = head.hasSuffix(".") ? head : head + "."
        return remedy.isEmpty ? sentence : "\(sentence) \(remedy)"
    }
}
