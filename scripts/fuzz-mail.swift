// The room Mail as libFuzzer calls it; FUZZ_TARGET names the way in. Built by scripts/fuzz together with Sources/Mail
// and the targets that the tests replay, as one module.

import Foundation

private let target = FuzzTarget(rawValue: ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? "")

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let target else { preconditionFailure("FUZZ_TARGET names none of \(FuzzTarget.allCases)") }
    target.run([UInt8](UnsafeBufferPointer(start: start, count: count)))
    return 0
}
