internal import Glibc
internal import Mail

/// `parse DATA RUNS [LIMIT]`: reads every message of DATA.bin, completely, RUNS times, on one thread.
///
/// Prints one JSON object a run. Messages are in memory before the clock starts, each in an array of its own.

/// Ends with what went wrong; there is nobody who could handle it.
func give(up reason: String) -> Never {
    let text = Array("parse: \(reason)\n".utf8)
    write(STDERR_FILENO, text, text.count)
    exit(1)
}

func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func peakKilobytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
}

/// Six digits are enough, and no formatter is needed for them.
func decimal(_ value: Double) -> String {
    let millionths = Int((value * 1e6).rounded())
    let rest = String(millionths % 1_000_000)
    return "\(millionths / 1_000_000).\(String(repeating: "0", count: 6 - rest.count))\(rest)"
}

let arguments = CommandLine.arguments
guard arguments.count >= 3, let runs = Int(arguments[2]) else { give(up: "usage: parse DATA RUNS [LIMIT]") }
let base = arguments[1]
let set = base.split(separator: "/").last.map(String.init) ?? base
guard let stock = Stock(base, limit: arguments.count > 3 ? Int(arguments[3]) : nil) else {
    give(up: "\(base).bin and \(base).idx cannot be read; Benchmarks/parse-rivals makes them")
}

for run in 0..<runs {
    let wallStart = seconds(CLOCK_MONOTONIC)
    let cpuStart = seconds(CLOCK_PROCESS_CPUTIME_ID)
    var sum = 0
    for message in stock.messages { sum &+= Reading.length(of: message) }
    let cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpuStart
    let wall = seconds(CLOCK_MONOTONIC) - wallStart
    print(
        """
        {"prog":"ticketd","set":"\(set)","run":\(run),"wall":\(decimal(wall)),"cpu":\(decimal(cpu)),\
        "bytes":\(stock.bytes),"msgs":\(stock.messages.count),"sum":\(sum),"maxrss_kb":\(peakKilobytes())}
        """)
}
