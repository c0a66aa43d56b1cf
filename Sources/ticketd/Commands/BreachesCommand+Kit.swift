import ArgumentParser
import Desk
import Foundation
import Web

/// A breach on a stick: for the day the server is the breach.
extension BreachesCommand {
    struct Kit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write clock, form, letters and affected addresses into a file that a passphrase opens.",
            discussion: """
                It opens without ticketd, its keys or this server: `python3 open-kit.py FILE`, written beside it, \
                needs Python and openssl. The passphrase is the data protection officer's; it is asked for here \
                and sent nowhere. Keep the file off this machine. `breaches kit-daily` has the daemon write one at \
                the opening of each breach and daily.
                """)
        @Argument(help: "The breach's number.") var number: Int64
        @Option(name: .long, help: "The file to write.", completion: .file()) var out: String
        @Option(name: .long, help: "Read the passphrase from this file.", completion: .file())
        var passphraseFile: String?
        @Flag(name: .long, help: "Write over an older kit.") var replace = false
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let loaded = try config.load()
            let client = try config.client()
            let breach = try await client.json(.get, "/api/v1/breaches/\(number)", APIBreach.self)
            let report = try await client.send(.get, "/api/v1/breaches/\(number)/report?format=text")
            let kit = KitText(
                breach: breach, report: String(decoding: report, as: UTF8.self),
                letters: try await letters(of: breach, client),
                people: try await AffectedPages.all(of: number, client),
                authority: loaded.configuration.authority.lines, madeAt: World.live().now())
            let sealed = try BreachKit.seal(kit.text, passphrase: try KitPassphrase.ask(file: passphraseFile))
            try write(sealed, to: out, replacing: replace)
            let opener = URL(filePath: out).deletingLastPathComponent().appending(path: "open-kit.py").path
            try write(Array(KitOpener.script.utf8), to: opener, replacing: true)
            Output.line("\(out) is written. `python3 \(opener) \(out)` opens it anywhere. Keep both off this machine.")
        }

        /// In each language that words were found for.
        private func letters(
            of breach: APIBreach, _ client: AdminClient
        ) async throws -> [(language: String, text: String)] {
            var letters: [(language: String, text: String)] = []
            let whole = breach.account.words.filter { _, words in
                ![words.nature, words.consequences, words.measures].contains("")
            }
            for language in whole.keys.sorted() {
                let letter = try await client.json(
                    .get, "/api/v1/breaches/\(number)/letter?language=\(language)", APIBreachLetter.self)
                letters.append((language, letter.text))
            }
            return letters
        }

        private func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(OperatorError) {
            do throws(PrivateFile.Failure) {
                try replacing ? PrivateFile.replace(path, bytes: bytes) : PrivateFile.create(path, bytes: bytes)
            } catch {
                throw OperatorError(
                    error == .exists ? "there is a file of this name" : "the file cannot be written", thing: path,
                    remedy: error == .exists ? "Use --replace." : "Check the folder and its room.",
                    exitCode: .inputOutput)
            }
        }
    }
}

/// Every affected person, page by page.
enum AffectedPages {
    static func all(of number: Int64, _ client: AdminClient) async throws(OperatorError) -> [APIAffectedPerson] {
        var people: [APIAffectedPerson] = []
        var after: String?
        repeat {
            let query = QueryText([("limit", "500"), ("after", after)])
            let page = try await client.json(
                .get, "/api/v1/breaches/\(number)/affected" + query.text, APIAffectedPeople.self)
            people += page.people
            after = page.next
        } while after != nil
        return people
    }
}
