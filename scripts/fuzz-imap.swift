// What an IMAP or SMTP server says, as libFuzzer calls it. The first octet says in what pieces the rest arrives, which
// must not matter. Built by scripts/fuzz together with the readers of Sources/Post, as one module.

import Foundation

private func replies(_ bytes: ArraySlice<UInt8>, pieces: Int) -> [IMAPResponse]? {
    var parser = IMAPResponseParser(messageBytes: 4_096)
    var replies: [IMAPResponse] = []
    var position = bytes.startIndex
    while position < bytes.endIndex {
        let end = min(bytes.endIndex, position + pieces)
        do throws(IMAPViolation) {
            replies += try parser.feed(Array(bytes[position..<end]))
        } catch {
            return nil
        }
        position = end
    }
    return replies
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
    guard let first = bytes.first else { return 0 }
    let rest = bytes.dropFirst()
    let whole = replies(rest, pieces: max(1, rest.count))
    precondition(replies(rest, pieces: 1 + Int(first)) == whole, "pieces make no difference")
    if let set = UIDSet(rest) { precondition(set.uids.count <= Limits.uidsPerSet, "a set is bounded") }
    _ = InternalDate.read(Array(rest))
    if let name = FolderName(String(decoding: rest, as: UTF8.self)) {
        precondition(name.quoted.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "a folder name cannot end a command")
    }
    return 0
}
