// The mail parser as libFuzzer calls it: whatever arrives, it must neither trap nor take for ever.
// Built by scripts/fuzz together with Sources/Mail, as one module.

import Foundation

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
    let message = MessageParser().parse(bytes)
    for leaf in message.leaves {
        _ = message.decodedBytes(of: leaf)
        _ = message.decodedText(of: leaf)
    }
    _ = message.readableText()
    _ = message.attachments
    _ = message.automation
    _ = message.bounce
    _ = message.authentication(trusting: "postoffice.test")
    return 0
}
