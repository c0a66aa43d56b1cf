import Vault

/// Shows the root key as words and makes sure that somebody wrote them down: two of them are asked for again.
enum EscrowCeremony {
    enum Outcome: Equatable {
        case confirmed
        /// Nobody sits at a terminal; the words went to the output, and it is up to the reader to keep them.
        case unattended
    }

    /// - Parameter positions: which two words are asked for, 1-based.
    static func run(
        _ sheet: EscrowSheet, positions: [Int], isAttended: Bool, show: (String) -> Void, ask: (String) -> String?
    ) throws(OperatorError) -> Outcome {
        show(page(of: sheet))
        guard isAttended else { return .unattended }
        for position in positions {
            var attempts = 0
            while true {
                guard let answer = ask("Word number \(position), please:"), attempts < 5 else {
                    throw OperatorError(
                        "the escrow sheet was not confirmed", thing: "word \(position)",
                        remedy: "Write the words down and run `ticketd keys escrow` again.", exitCode: .usage)
                }
                if sheet.confirms(answer, at: position) { break }
                attempts += 1
                show("That is not word number \(position) of the sheet.\n")
            }
        }
        return .confirmed
    }

    static func page(of sheet: EscrowSheet) -> String {
        var lines = [
            "", "ESCROW SHEET OF THE ROOT KEY",
            "Whoever holds these words can read everything; whoever loses them and the key file loses everything.",
            "Write them on paper. Keep the paper away from this machine.", "",
        ]
        for row in stride(from: 0, to: sheet.words.count, by: 4) {
            let words = sheet.words[row..<min(row + 4, sheet.words.count)].enumerated().map { offset, word in
                let number = String(row + offset + 1)
                let cell = String(repeating: " ", count: max(0, 2 - number.count)) + number + " " + word
                return cell + String(repeating: " ", count: max(1, 14 - cell.count))
            }
            lines.append("  " + words.joined())
        }
        lines += ["", "  check: \(sheet.check)", "", ""]
        return lines.joined(separator: "\n")
    }
}
