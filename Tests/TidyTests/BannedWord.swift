import Foundation

/// A word that the sources do not use, where it is allowed all the same, and what to write instead.
struct BannedWord: Sendable {
    let word: String
    let replacement: String
    /// Beginnings of the paths, below Sources, that may use it.
    var allowedIn: [String] = []
    var isAllowedInTests = true

    static let all: [BannedWord] = failures + world + tasks + output + outside

    private static let failures = [
        BannedWord(word: "try?", replacement: "do { } catch, and say what the failure means"),
        BannedWord(word: "try!", replacement: "try, or a value that cannot fail"),
        BannedWord(word: "as!", replacement: "as?, and a failure or a precondition with a sentence"),
        BannedWord(
            word: "fatalError", replacement: "preconditionFailure with a sentence, or a failure",
            isAllowedInTests: false),
        BannedWord(word: "assert(", replacement: "precondition with a sentence; it also holds in release"),
        BannedWord(word: "assertionFailure", replacement: "preconditionFailure with a sentence"),
        BannedWord(word: "exit(", replacement: "throw; the exit code is chosen in one place", allowedIn: ["ticketd/"]),
    ]

    private static let live = ["ticketd/World+Live.swift", "ticketd/Wiring/Sleeper.swift"]
    /// Curl knows no World and waits for real sockets; systemd compares with the kernel's own clock.
    private static let sockets = live + ["Curl/"]
    private static let kernel = live + ["ticketd/Systemd/"]
    private static let world = [
        BannedWord(word: "Date()", replacement: "World.now", allowedIn: live),
        BannedWord(word: "Date.now", replacement: "World.now", allowedIn: live),
        BannedWord(word: "Date(timeIntervalSinceNow", replacement: "World.now", allowedIn: live),
        BannedWord(word: "ContinuousClock", replacement: "World.monotonic", allowedIn: sockets),
        BannedWord(word: "SuspendingClock", replacement: "World.monotonic", allowedIn: live),
        BannedWord(word: "DispatchTime.now", replacement: "World.monotonic", allowedIn: live),
        BannedWord(word: "clock_gettime", replacement: "World.monotonic", allowedIn: kernel),
        BannedWord(word: "Task.sleep", replacement: "World.sleep", allowedIn: live),
        BannedWord(word: "Thread.sleep", replacement: "World.sleep"),
        BannedWord(word: "UUID()", replacement: "ObjectID from World.randomBytes", allowedIn: live),
        BannedWord(word: ".random(", replacement: "World.randomBytes, or Randomness in Vault", allowedIn: live),
        BannedWord(
            word: "SystemRandomNumberGenerator", replacement: "World.randomBytes, or Randomness in Vault",
            allowedIn: live),
    ]

    /// Where threads and tasks are made. A room has at most one executor file, named for it as in StoreExecutor.swift.
    private static let executors = ["Curl/ConnectorPool.swift", "Curl/SocketWatch.swift", "*Executor.swift"]
    private static let tasks = [
        BannedWord(word: "Task {", replacement: "a task group, or async let", allowedIn: executors),
        BannedWord(word: "Task{", replacement: "a task group, or async let", allowedIn: executors),
        BannedWord(word: "Task(", replacement: "a task group, or async let", allowedIn: executors),
        BannedWord(word: "Task.detached", replacement: "a task group, or async let", allowedIn: executors),
        BannedWord(
            word: "DispatchQueue.global", replacement: "the room's executor, whose threads are counted",
            allowedIn: executors),
        BannedWord(
            word: "Thread.detachNewThread", replacement: "the room's executor, whose threads are counted",
            allowedIn: executors),
        BannedWord(word: ".unbounded", replacement: ".bufferingOldest with a number from Limits"),
        BannedWord(word: "unowned(unsafe)", replacement: "a strong reference"),
    ]

    private static let output = ["print(", "debugPrint(", "dump(", "NSLog(", "FileHandle.standardOutput"].map {
        BannedWord(
            word: $0, replacement: "a Logger, or the Output of ticketd/Commands", allowedIn: ["ticketd/Commands/"])
    }

    private static let outside = [
        BannedWord(
            word: "FileManager", replacement: "a port of Desk that Store implements",
            allowedIn: ["ticketd/", "Store/"]),
        BannedWord(word: "ProcessInfo", replacement: "a value that ticketd passes in", allowedIn: ["ticketd/"]),
        BannedWord(word: "getenv", replacement: "a value that ticketd passes in", allowedIn: ["ticketd/"]),
    ]

    func isAllowed(in file: SourceFile) -> Bool {
        guard file.isSource else { return isAllowedInTests }
        let place = file.path.dropFirst("Sources/".count)
        return allowedIn.contains { allowed in
            allowed.hasPrefix("*") ? place.hasSuffix(allowed.dropFirst()) : place.hasPrefix(allowed)
        }
    }
}
