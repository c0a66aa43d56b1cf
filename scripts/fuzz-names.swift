// What a name server answers, and what a domain's web server says about its mail servers, as libFuzzer calls them.
// Built by scripts/fuzz together with the readers of Sources/ticketd, as one module.

import Foundation

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
    if let events = MarkupReader.events(bytes) {
        precondition(events.count <= 4 * DiscoveryLimits.elements, "a document is bounded")
    }
    if let document = AutoconfigDocument(bytes) {
        let servers = document.imap + document.smtp
        precondition(servers.allSatisfy { MailServer($0.url) != nil }, "a server can be written down")
    }
    guard let name = DomainLabel("_imaps._tcp.example.com") else { preconditionFailure("that is a name") }
    for type in NameRecordType.allCases {
        // The right head, so that what follows is read at all.
        let question = NameQuestion(id: 1, type: type, name: name)
        let asked = question.encodedName + [0, UInt8(type.rawValue), 0, 1]
        let message = [0, 1, 0x81, 0x80, 0, 1, 0, 4, 0, 0, 0, 0] + asked + bytes
        if let reply = NameReply(message, to: question) {
            precondition(reply.records.count <= 4, "answers are counted")
        }
        _ = NameReply(bytes, to: question)
    }
    return 0
}
