import Foundation

/// A few lines that a rule must report, or must not.
struct Snippet: Sendable {
    let rule: Rule
    let path: String
    let text: String

    private init(_ rule: Rule, _ text: String, in path: String = "Sources/Desk/Ticket.swift") {
        self.rule = rule
        self.path = path
        self.text = text
    }

    static let bad: [Snippet] =
        [
            Snippet(.imports, "import GRDB\n"),
            Snippet(.imports, "package import Store\n"),
            Snippet(.imports, "import Glibc\n"),
            Snippet(.imports, "@preconcurrency import struct Logging.Logger\n"),
            Snippet(.imports, "import Vault\n", in: "Sources/Mail/Part.swift"),
            Snippet(.imports, "import Curl\n", in: "Sources/Store/Engine/SQLSession.swift"),
            Snippet(.imports, "@testable import Store\n", in: "Tests/DeskTests/TicketTests.swift"),
            Snippet(.fileLength, String(repeating: "let a = 1\n", count: 401)),
            Snippet(.lineLength, String(repeating: "x", count: 121) + "\n"),
            Snippet(.functionLength, "func long() throws(Failure) -> Int {\n" + lines(59) + "}\n"),
            Snippet(.functionLength, "init?(_ a: Int = { 1 }()) where A: B\n{\n" + lines(60) + "}\n"),
            Snippet(.publicWord, "public struct Ticket {}\n"),
            Snippet(.publicWord, "open class Ticket {}\n"),
            Snippet(.emptyCatch, "do { try a() } catch {}\n"),
            Snippet(.emptyCatch, "do { try a() } catch is Failure {\n    // nothing can be done\n}\n"),
            Snippet(.preconditionSentence, "precondition(count > 0)\n"),
            Snippet(.preconditionSentence, "preconditionFailure()\n"),
            Snippet(.boundedStream, "let (stream, feed) = AsyncStream<Int>.makeStream()\n"),
            Snippet(.boundedStream, "let s = AsyncStream(Int.self) { $0.finish() }\n"),
            Snippet(.uncheckedReason, "final class Handle: @unchecked Sendable {}\n"),
            Snippet(.uncheckedReason, "struct A {\n    nonisolated(unsafe) static var a = 1\n}\n"),
            Snippet(.typeNames, "struct TicketManager {}\n"),
            Snippet(.typeNames, "enum MailHelpers {}\n"),
            Snippet(.typeNames, "typealias PersonData = Int\n"),
            Snippet(.typeNames, "package final class SessionImpl {}\n"),
            Snippet(.fileName, "struct Message {}\n"),
            Snippet(.fileName, "enum Intake {}\n", in: "Sources/Desk/Intake/Decision.swift"),
            Snippet(.purpose, "import Foundation\n\npackage struct Ticket {}\n"),
            Snippet(.purpose, "// A ticket.\nstruct Ticket {}\n"),
            Snippet(.leftovers, "// TO" + "DO: later\n"),
            Snippet(.leftovers, "// MA" + "RK: - Verbs\n"),
            Snippet(.leftovers, "/// FIX" + "ME this\n"),
            Snippet(.oldCode, "// let ticket = Ticket(number: 1)\n"),
            Snippet(.oldCode, "    // if ticket.isOpen {\n"),
            Snippet(.oldCode, "// return close(ticket)\n"),
            Snippet(.oldCode, "// }\n"),
        ] + calls

    private static let calls: [Snippet] = [
        "let a = try? b()", "let a = try! b()", "let a = b as! Int", "fatalError(\"x\")", "assert(a > 0)",
        "assertionFailure(\"x\")", "exit(1)", "let a = Date()", "let a = Date.now", "Date(timeIntervalSinceNow: 5)",
        "let c = ContinuousClock()", "let c = SuspendingClock()", "let a = DispatchTime.now()", "clock_gettime(0, &a)",
        "try await Task.sleep(for: .seconds(1))", "Thread.sleep(forTimeInterval: 1)", "let a = UUID()",
        "let a = Int.random(in: 1...6)", "var g = SystemRandomNumberGenerator()", "Task { await a() }",
        "Task{ await a() }", "Task(priority: .low) { await a() }", "Task.detached { await a() }",
        "DispatchQueue.global().async { a() }", "Thread.detachNewThread { a() }",
        "AsyncStream(bufferingPolicy: .unbounded) { a($0) }",
        "unowned(unsafe) let a: B",
        "print(a)", "debugPrint(a)", "dump(a)", "NSLog(\"a\")", "FileHandle.standardOutput.write(a)",
        "FileManager.default.contents(atPath: a)", "ProcessInfo.processInfo.environment", "getenv(\"A\")",
        "let text = \"\\(Date())\"",
    ].map { Snippet(.bannedCalls, $0 + "\n") }

    static let good: [Snippet] = [
        Snippet(.imports, "package import Foundation\nimport Synchronization\nimport struct Mail.Address\n"),
        Snippet(.imports, "import NIOCore\nimport HTTPTypes\n", in: "Sources/Web/Server.swift"),
        Snippet(.imports, "import Glibc\n", in: "Sources/Mail/Decoding/Charset.swift"),
        Snippet(.imports, "@testable import ticketd\nimport Testing\n", in: "Tests/TicketdTests/InitTests.swift"),
        Snippet(.fileLength, String(repeating: "let a = 1\n", count: 400)),
        Snippet(.lineLength, String(repeating: "ü", count: 120) + "\n"),
        Snippet(.functionLength, "func fits() {\n" + lines(58) + "}\n"),
        Snippet(
            .functionLength,
            "protocol A {\n    func a() -> Int\n    var b: Int { get }\n}\nstruct B {\n" + lines(70) + "}\n"),
        Snippet(.functionLength, "let a = B.init(1)\nstruct C {\n" + lines(70) + "}\n"),
        Snippet(.publicWord, "let a = \"public \" // public \nlet publicURL = republic\nlet a = b.public ? 1 : 2\n"),
        Snippet(.publicWord, "@Test func `a public page`() {}\n"),
        Snippet(.imports, "let a = \"\"\"\n    import sys, email\n    \"\"\"\n"),
        Snippet(.emptyCatch, "do { try a() } catch { return .failed }\n"),
        Snippet(.preconditionSentence, "precondition(a > 0, \"a ticket has a number\")\n"),
        Snippet(.boundedStream, "AsyncStream<Int>.makeStream(bufferingPolicy: .bufferingNewest(1))\n"),
        Snippet(.uncheckedReason, "/// A curl handle is a pointer.\nfinal class Handle: @unchecked Sendable {}\n"),
        Snippet(.bannedCalls, "let a = ContinuousClock.now\n", in: "Sources/Curl/SocketWatch.swift"),
        Snippet(.purpose, "#if DEBUG\n    import Desk\n\n    /// Faults.\n    enum Ticket {}\n#endif\n"),
        Snippet(.typeNames, "struct DataSubjectRequest {}\nclass func make() {}\n"),
        Snippet(.fileName, "extension Ticket {}\n", in: "Sources/Desk/Ticket+Closing.swift"),
        Snippet(.purpose, "import Foundation\n\n/// A ticket.\n@available(*, deprecated)\nstruct Ticket {}\n"),
        Snippet(.leftovers, "let a = \"TO" + "DO\" // a benchMA" + "RKed way\n"),
        Snippet(
            .oldCode,
            "/// let the server speak first\n// RFC 3501 §7.5: import what it says\n"
                + "let a = \"\"\"\n    // }\n    \"\"\"\n"
        ),
        Snippet(
            .bannedCalls, "struct A { func update() {}; func print(_ a: B) {} }\na.print(b)\ngroup.addTask { b() }\n"),
        Snippet(
            .bannedCalls,
            "let a = \"Date()\" // UUID() and try! in a comment\nTask.isCancelled\nwithTaskGroup(of: A.self)\n"),
        Snippet(.bannedCalls, "let a = Date()\nTask.sleep(for: b)\n", in: "Sources/ticketd/World+Live.swift"),
        Snippet(.bannedCalls, "print(a)\n", in: "Sources/ticketd/Commands/Parse.swift"),
        Snippet(.bannedCalls, "Task { a() }\n", in: "Sources/Post/ConnectExecutor.swift"),
        Snippet(.bannedCalls, "FileManager.default\n", in: "Sources/Store/Keys/SQLiteKeyCabinet.swift"),
        Snippet(.bannedCalls, "let a = try? b()\n", in: "Tests/DeskTests/TicketTests.swift"),
    ]

    private static func lines(_ count: Int) -> String {
        String(repeating: "    a()\n", count: count)
    }
}
