import Foundation
import Glibc

/// A program at a terminal of its own, and a person in front of it who waits for words before typing.
final class PseudoTerminal {
    private let master: Int32
    private let slave: Int32
    private let process = Process()
    /// All that the program showed, with what the terminal echoed.
    private(set) var shown = ""
    /// Up to where the person has read.
    private var read: String.Index

    private static let getNumber: UInt = 0x8004_5430
    private static let setLock: UInt = 0x4004_5431

    init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        // What posix_openpt and its sisters do; their declarations do not reach Swift. pty(7), ioctl_tty(2).
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (number, unlocked): (Int32, Int32) = (-1, 0)
        guard master >= 0, ioctl(master, Self.getNumber, &number) == 0, ioctl(master, Self.setLock, &unlocked) == 0
        else { throw DaemonProcess.Failure(description: "no pseudo terminal (errno \(errno))") }
        slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        read = shown.endIndex
        let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
        // A session of its own, whose terminal this is: else Ctrl-C would be a letter.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
        process.arguments = ["--ctty", "--wait", program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(DaemonProcess.nowhere) { $1 }
            .merging(environment) { $1 }
        process.standardInput = handle
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        close(slave)
        close(master)
    }

    /// Reads on until the words are there, and answers what stood before them.
    @discardableResult
    func expect(_ words: String, seconds: Double = 60) throws -> String {
        let deadline = Date().addingTimeInterval(seconds)
        while Date() < deadline {
            if let range = shown[read...].firstRange(of: words) {
                let before = String(shown[read..<range.lowerBound])
                read = range.upperBound
                return before
            }
            take(milliseconds: 50)
        }
        throw DaemonProcess.Failure(description: "the terminal never showed “\(words)”:\n\(shown)")
    }

    func type(_ line: String) { put(Array((line + "\n").utf8)) }

    func pressControlC() { put([3]) }

    /// The next answer to a question that may be asked at any place.
    func answer(_ question: String, _ line: String) throws {
        try expect(question)
        type(line)
    }

    /// The answer to a question whose answer is not shown. What is typed before the terminal falls silent is lost.
    func answerSecretly(_ question: String, _ line: String) throws {
        try expect(question)
        let deadline = Date().addingTimeInterval(20)
        while echoes, Date() < deadline { usleep(1_000) }
        type(line)
    }

    func waitForEnd() throws -> Int32 {
        let deadline = Date().addingTimeInterval(60)
        while process.isRunning, Date() < deadline { take(milliseconds: 20) }
        guard !process.isRunning else { throw DaemonProcess.Failure(description: "it does not end:\n\(shown)") }
        take(milliseconds: 0)
        return process.terminationStatus
    }

    /// Whether the terminal shows what is typed.
    var echoes: Bool {
        var state = termios()
        return tcgetattr(slave, &state) == 0 && state.c_lflag & tcflag_t(ECHO) != 0
    }

    private func put(_ bytes: [UInt8]) { _ = Glibc.write(master, bytes, bytes.count) }

    private func take(milliseconds: Int32) {
        var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&wanted, 1, milliseconds) > 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 8_192)
        let count = Glibc.read(master, &buffer, buffer.count)
        guard count > 0 else { return }
        let distance = shown.distance(from: shown.startIndex, to: read)
        shown += String(decoding: buffer[..<count], as: UTF8.self).replacing("\r\n", with: "\n")
        read = shown.index(shown.startIndex, offsetBy: distance)
    }
}
