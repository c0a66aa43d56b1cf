import Foundation
import Glibc
import Mail

/// Reads from and writes to the person in front of the program. Everything shown passes the terminal encoder (P17).
enum Terminal {
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    static func complain(_ error: OperatorError) {
        write("ticketd: \(error.description)\n", to: STDERR_FILENO)
    }

    static func warn(_ line: String) {
        write(line + "\n", to: STDERR_FILENO)
    }

    static func ask(_ question: String) -> String? {
        write(question + " ", to: STDERR_FILENO)
        return readLine(strippingNewline: true)
    }

    /// Asks without showing what is typed; on a pipe it reads one line. Interrupted, it gives the terminal back as it
    /// was before it ends.
    static func askSecret(_ question: String) -> String? {
        write(question + " ", to: STDERR_FILENO)
        var saved = termios()
        guard tcgetattr(STDIN_FILENO, &saved) == 0 else { return readLine(strippingNewline: true) }
        var silent = saved
        silent.c_lflag &= ~tcflag_t(ECHO)
        // Without SA_RESTART the signal ends the reading, and we end ourselves when the terminal is mended.
        var (noticing, before) = (sigaction(), sigaction())
        noticing.__sigaction_handler.sa_handler = { _ in }
        sigaction(SIGINT, &noticing, &before)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        let answer = readLine(strippingNewline: true)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &saved)
        sigaction(SIGINT, &before, nil)
        write("\n", to: STDERR_FILENO)
        if answer == nil, ferror(stdin) != 0 { raise(SIGINT) }
        return answer
    }

    static func confirm(_ question: String) -> Bool {
        let answer = ask("\(question) [y/N]")?.lowercased() ?? ""
        return answer == "y" || answer == "yes"
    }

    static func write(_ text: String, to descriptor: Int32) {
        write(Array(text.utf8), to: descriptor)
    }

    static func write(_ all: [UInt8], to descriptor: Int32) {
        var bytes = all[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else {
                if written < 0 && errno == EINTR { continue }
                return
            }
            bytes = bytes.dropFirst(written)
        }
    }
}
