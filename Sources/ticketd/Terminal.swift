import Foundation
import Glibc
import Mail
import Synchronization

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
        var (noticing, before) = (sigaction(), sigaction())
        noticing.__sigaction_handler.sa_handler = { _ in Terminal.isInterrupted.store(true, ordering: .relaxed) }
        isInterrupted.store(false, ordering: .relaxed)
        sigaction(SIGINT, &noticing, &before)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        let answer = readTypedLine()
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &saved)
        sigaction(SIGINT, &before, nil)
        write("\n", to: STDERR_FILENO)
        // As a shell counts an end by this signal. The thread may not be one that can be given signals at all.
        if isInterrupted.load(ordering: .relaxed) { exit(128 + SIGINT) }
        return answer
    }

    private static let isInterrupted = Atomic<Bool>(false)

    /// Any thread may be given the signal, so this one looks for it instead of waiting to be disturbed. A terminal
    /// gives one line at a time: nothing is lost between this and `readLine`.
    private static func readTypedLine() -> String? {
        var (bytes, byte): ([UInt8], UInt8) = ([], 0)
        while bytes.count < ConfigurationLimits.secretBytes {
            var wanted = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            let isReady = poll(&wanted, 1, 50) > 0
            if isInterrupted.load(ordering: .relaxed) { return nil }
            guard isReady else { continue }
            guard read(STDIN_FILENO, &byte, 1) == 1 else { return nil }
            if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
        return nil
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
