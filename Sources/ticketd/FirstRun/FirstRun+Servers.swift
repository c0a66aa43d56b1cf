import Curl
import Desk
import Foundation

/// Where the mail is: found or told, and in both cases connected to before it is written down.
extension FirstRun {
    func findServers(_ answers: inout FirstRunAnswers) async throws(OperatorError) {
        if !isOffline, answers.imap.isEmpty || answers.smtp.isEmpty { try await discover(&answers) }
        guard isAttended else { return try await checkServers(answers) }
        if answers.username.isEmpty { answers.username = answers.address }
        for _ in 0..<Self.patience {
            for question in FirstRunQuestion.servers + [.login] { try ask(question, &answers) }
            let problems = await problems(answers)
            guard !problems.isEmpty else { return }
            for problem in problems { tell("\(problem.what).\n  \(problem.remedy)") }
        }
        throw OperatorError(
            "the servers could not be used", thing: answers.address,
            remedy: "Ask the mail provider for the names of its IMAP and SMTP servers, and run `ticketd init` again.",
            exitCode: .unavailable)
    }

    private func checkServers(_ answers: FirstRunAnswers) async throws(OperatorError) {
        let missing = FirstRunQuestion.servers.filter { answers[keyPath: $0.answer].isEmpty }.map(\.option)
        guard missing.isEmpty else {
            throw OperatorError(
                "the mail servers of \(answers.domain) are not known", thing: missing.joined(separator: " and "),
                remedy: "Say them, such as --imap imaps://imap.example.com --smtp smtps://smtp.example.com.",
                exitCode: .usage)
        }
        if let problem = await problems(answers).first {
            throw OperatorError(problem.what, thing: "", remedy: problem.remedy, exitCode: .unavailable)
        }
    }

    private func discover(_ answers: inout FirstRunAnswers) async throws(OperatorError) {
        tell("Looking for the mail servers of \(answers.domain) …")
        let discovery = ServerDiscovery.live(world: world, caFile: caFile(answers), helloName: answers.domain)
        let result = await discovery.find(localPart: answers.localPart, domain: answers.domain)
        for failure in result.failures {
            if let (what, _) = failure.outcome.words(failure.url) { tell("  \(what)") }
        }
        if result.isOffline { tell("  No name server answers, so nothing can be looked up.") }
        for server in [result.imap, result.smtp].compactMap({ $0 }) {
            tell("  found \(server.url), by \(server.source.rawValue); it answers with TLS")
        }
        if let advice = result.advice { tell("  \(advice)") }
        try take(result, &answers)
    }

    private func take(
        _ result: ServerDiscovery.Result, _ answers: inout FirstRunAnswers
    ) throws(OperatorError) {
        let foreign = [result.imap, result.smtp].compactMap { $0 }.filter(\.needsConsent)
        if !foreign.isEmpty {
            let names = foreign.map(\.url).joined(separator: " and ")
            guard isAttended else {
                throw OperatorError(
                    "only unsigned DNS says that the servers of \(answers.domain) are elsewhere", thing: names,
                    remedy: "If they are right, say them with --imap and --smtp; the password would go there.",
                    exitCode: .usage)
            }
            tell("  They lie outside \(answers.domain), and only unsigned DNS says that they are right: the password")
            tell("  will go there, so take them only if you know them.")
        }
        if answers.imap.isEmpty, let imap = result.imap {
            answers.imap = imap.url
            if answers.username.isEmpty, imap.username != answers.address { answers.username = imap.username }
        }
        if answers.smtp.isEmpty, let smtp = result.smtp { answers.smtp = smtp.url }
    }

    /// What is wrong with the servers as they stand, in words.
    private func problems(_ answers: FirstRunAnswers) async -> [(what: String, remedy: String)] {
        guard !isOffline else { return [] }
        var problems: [(what: String, remedy: String)] = []
        for url in [answers.imap, answers.smtp] {
            guard let server = MailServer(url) else {
                problems.append(("a server is missing", "Ask the mail provider for its name."))
                continue
            }
            let usesPlainText = answers.isInsecure && server.isLoopback && !server.scheme.isEncryptedAtOnce
            guard let endpoint = ServerEndpoint(server.url, insecure: usesPlainText) else { continue }
            let outcome = await ServerTrial.run(
                endpoint, caFile: caFile(answers), timeout: DoctorLimits.connect, helloName: answers.domain)
            if let words = outcome.words(url) { problems.append(words) }
        }
        return problems
    }

    private func caFile(_ answers: FirstRunAnswers) -> String? { answers.caFile.isEmpty ? nil : answers.caFile }
}
