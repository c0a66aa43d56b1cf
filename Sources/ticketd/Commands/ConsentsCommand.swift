import ArgumentParser
import Foundation
import Web

/// The consent ledger: what people consented to, in which words, by which act, and when it ended.
struct ConsentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consents", abstract: "Consents and their proof: list, record, import, withdraw; purposes.",
        discussion: """
            People consent on the form of a purpose, /consent/CODE, and confirm it by the link in a mail. Another \
            program asks whether it may at POST /api/v1/consents/lookup. Give an address as `-` to be asked for it.
            """,
        subcommands: [List.self, Record.self, Import.self, Withdraw.self, Purposes.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show every consent of an address, withdrawn and invalid ones too.")
        @Argument(help: "An address, or - to be asked.") var address: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let body = try client.encode(AddressBody(address: try AddressArgument.resolve(address)))
            let answer = try await client.json(.post, "/api/v1/consents/list", APIConsents.self, body: body)
            if json.json { return try Output.json(answer, client) }
            if answer.consents.isEmpty { Output.line("No consent.") }
            for consent in answer.consents { Output.line(ConsentText.whole(consent)) }
        }
    }

    struct Record: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record a consent that was signed on paper or given in a recorded call.",
            discussion: """
                It counts only with the act, the version of the words, and what shows both: where the paper lies, \
                which recording. Without them it is kept as invalid.
                """)
        @Argument(help: "An address, or - to be asked.") var address: String
        @Argument(help: "The code of the purpose.") var purpose: String
        @Option(name: .long, help: "signed-paper, recorded-call, checkbox, button or double-opt-in-click.")
        var act: String
        @Option(name: .long, help: "The version of the words, such as en-1.") var textVersion: String
        @Option(name: .long, help: "What shows it: where the paper or the recording is.") var evidence: String
        @Option(name: .long, help: "The day it was given, as 2026-03-05.") var given: String
        @Option(name: .long, help: "letter, person, phone, mail or portal.") var channel = "letter"
        @Option(name: .long, help: "Where children are asked: at-least-16 or below-16.") var age: String?
        @Option(name: .long, help: "Who with parental responsibility authorised it (Art. 8).") var parent: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let body = ConsentBody(
                address: try AddressArgument.resolve(address), purpose: purpose, textVersion: textVersion, act: act,
                givenAt: try RightsText.noon(given), channel: channel, evidence: evidence, age: age,
                parentalAuthorisation: parent)
            let made = try await client.json(
                .post, "/api/v1/consents", APIConsent.self, body: try client.encode(body))
            if json.json { return try Output.json(made, client) }
            Output.line(ConsentText.whole(made))
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take over a list of consents from elsewhere.",
            discussion: """
                The file is CSV in UTF-8 with a head line naming its columns: address, purpose, given, and, where \
                they are known, act, textVersion, evidence, age, parentalAuthorisation. A row without act, version or \
                evidence proves nothing: it is kept as invalid and counts for nothing.
                """)
        @Argument(help: "The file, or - for standard input.", completion: .file()) var file: String
        @Flag(name: .long, help: "Do not ask.") var yes = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let text = file == "-" ? Input.everything() : try WrittenMail.text(nil, file: file)
            let rows = try ConsentList.rows(text)
            if !yes {
                let proved = rows.count { $0.act != nil && $0.textVersion != nil && $0.evidence != nil }
                let counts = "\(rows.count) rows, \(proved) with act, words and evidence; others count for nothing."
                guard Terminal.confirm(counts + " Take them over?") else { return }
            }
            let client = try config.client()
            var total = (valid: 0, invalid: 0)
            for part in stride(from: 0, to: rows.count, by: ConsentList.together) {
                let some = Array(rows[part..<min(part + ConsentList.together, rows.count)])
                let done = try await client.json(
                    .post, "/api/v1/consents/import", APIConsentsImported.self,
                    body: try client.encode(ConsentImportBody(rows: some)))
                total = (total.valid + done.valid, total.invalid + done.invalid)
            }
            if json.json {
                return Output.line(
                    JSONText.text(.object([("valid", .number(total.valid)), ("invalid", .number(total.invalid))])))
            }
            Output.line("\(total.valid) count, \(total.invalid) are kept as invalid.")
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End a consent at once, on what the person said.",
            discussion: "What was done before stays lawful. People can do it themselves by the link in every mail.")
        @Argument(help: "An address, or - to be asked.") var address: String
        @Argument(help: "The code of the purpose.") var purpose: String
        @Option(name: .long, help: "phone, letter, person, mail or portal.") var channel = "phone"
        @Option(name: .long, help: "What shows it, in one line.") var evidence: String?
        @Flag(name: .long, help: "Do not ask.") var yes = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let address = try AddressArgument.resolve(address)
            if !yes {
                guard Terminal.confirm("End this person's consent to \(Output.safeLine(purpose)) now?") else { return }
            }
            let body = ConsentWithdrawalBody(address: address, purpose: purpose, channel: channel, evidence: evidence)
            let done = try await client.json(
                .post, "/api/v1/consents/withdraw", APIConsentsWithdrawn.self, body: try client.encode(body))
            if json.json { return try Output.json(done, client) }
            Output.line(
                done.withdrawn == 0
                    ? "There was no consent to withdraw." : "Withdrawn. It counts no longer, from this moment.")
        }
    }
}
