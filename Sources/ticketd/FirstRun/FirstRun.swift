import Desk
import Foundation
import Mail

/// The first run up to the configuration: finds the servers, tries the mailbox, asks what only a person can answer.
///
/// Every answer is kept at once, so that it can be broken off anywhere and run again. Nothing that stands is
/// overwritten, and the configuration is written last: when it stands, the mailbox has been seen to work.
struct FirstRun: Sendable {
    let layout: FirstRunLayout
    let isAttended: Bool
    /// Ask no server anything: neither look for servers nor try them.
    let isOffline: Bool
    /// Whom the daemon's files are given to.
    let account: ServiceAccount?
    let passwordFile: String?
    let world: World

    private var notes: FirstRunNotes { FirstRunNotes(path: layout.notes) }

    /// - Parameter given: what the command line said; it wins over what an earlier run was told.
    func configure(_ given: FirstRunAnswers) async throws(OperatorError) -> FirstRunAnswers {
        var answers = given
        if let earlier = try notes.read(for: given.address) {
            tell("Going on where an earlier run stopped; Enter keeps what stands in brackets.")
            answers.fill(from: earlier)
        }
        try check(answers)
        try await findServers(&answers)
        try await tryMailbox(&answers)
        if isAttended { try askTheRest(&answers) }
        try writeConfiguration(answers)
        notes.remove()
        return answers
    }

    /// The configuration of an earlier run is used as it stands, when it has this mailbox.
    func use(_ loaded: LoadedConfiguration, for answers: inout FirstRunAnswers) throws(OperatorError) {
        let address = answers.address.lowercased()
        guard let mailbox = loaded.configuration.mailboxes.first(where: { $0.address.lowercased() == address }) else {
            throw OperatorError(
                "there is a configuration already, without this mailbox", thing: loaded.path,
                remedy: "It was not touched. Add a [[mailbox]] to it, or keep this desk apart with --dir.",
                exitCode: .usage)
        }
        answers.name = mailbox.name.text
        answers.publicURL = loaded.configuration.service.publicURL?.text ?? ""
        tell("\(loaded.path) exists and is used as it stands.")
        guard !hasPassword(answers) else { return }
        try keepPassword(isAttended || passwordFile != nil ? try password(answers) : nil, answers)
    }

    func tell(_ line: String) { Terminal.warn(line) }

    private func check(_ answers: FirstRunAnswers) throws(OperatorError) {
        for question in FirstRunQuestion.all {
            let answer = answers[keyPath: question.answer]
            guard !answer.isEmpty, let expected = question.objection(answer) else { continue }
            throw OperatorError(
                "that answer does not fit", thing: question.option, remedy: "Expected \(expected).", exitCode: .usage)
        }
    }

    private func askTheRest(_ answers: inout FirstRunAnswers) throws(OperatorError) {
        for question in FirstRunQuestion.appearance + FirstRunQuestion.controller {
            try ask(question, &answers)
        }
        for question in FirstRunQuestion.legalBases { try ask(question, &answers) }
        if answers.needsInterest { try ask(.interest, &answers) }
        tell(StatutoryDuty.words(country: answers.country))
        try ask(.retention, &answers)
        try ask(.alarms, &answers)
        try ask(.news, &answers)
    }

    /// Asks until the answer fits; Enter takes what is known.
    func ask(_ question: FirstRunQuestion, _ answers: inout FirstRunAnswers) throws(OperatorError) {
        let known = answers[keyPath: question.answer]
        for _ in 0..<Self.patience {
            let prompt = known.isEmpty ? "\(question.words):" : "\(question.words) [\(known)]:"
            let typed = (Terminal.ask(prompt) ?? "").trimmingCharacters(in: .whitespaces)
            let answer = typed.isEmpty ? known : typed
            if !answer.isEmpty, let expected = question.objection(answer) {
                tell("That does not fit: expected \(expected).")
                continue
            }
            answers[keyPath: question.answer] = answer
            return try keep(answers)
        }
        throw OperatorError(
            "no answer fitted", thing: question.words, remedy: "Run `ticketd init` again; what was answered is kept.",
            exitCode: .usage)
    }

    func keep(_ answers: FirstRunAnswers) throws(OperatorError) { try notes.keep(answers) }

    /// How often one thing is asked for before giving up.
    static let patience = 5

    func unwritable(_ path: String) -> OperatorError {
        OperatorError(
            "it cannot be written", thing: path, remedy: "Run `ticketd init` as root, or choose a folder with --dir.",
            exitCode: .inputOutput)
    }

    private func writeConfiguration(_ answers: FirstRunAnswers) throws(OperatorError) {
        let text = ConfigurationDraft(answers: answers, layout: layout).text
        do throws(PrivateFile.Failure) {
            try PrivateFile.makeDirectory(
                URL(fileURLWithPath: layout.configuration).deletingLastPathComponent().path, mode: 0o755)
            let write = UnconfiguredFile.stands(at: layout.configuration) ? PrivateFile.replace : PrivateFile.create
            try write(layout.configuration, Array(text.utf8), 0o640, account?.group)
        } catch {
            throw unwritable(layout.configuration)
        }
    }
}

extension FirstRunAnswers {
    /// Takes over what is not known yet.
    mutating func fill(from earlier: FirstRunAnswers) {
        for question in FirstRunQuestion.all where self[keyPath: question.answer].isEmpty {
            self[keyPath: question.answer] = earlier[keyPath: question.answer]
        }
        if caFile.isEmpty { caFile = earlier.caFile }
        isInsecure = isInsecure || earlier.isInsecure
    }
}
