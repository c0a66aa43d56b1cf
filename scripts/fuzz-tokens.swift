// What people and programs present as tokens, as libFuzzer calls it: the texts, and what stands inside a token that was
// sealed with the right key. Built by scripts/fuzz together with Sources/Vault, as one module.

import Foundation

private let instance = ObjectID(high: 1, low: 2)

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
    let text = String(decoding: bytes, as: UTF8.self)
    // One spelling for each value: a second one would be a second token for the same right.
    if let value = Base64URL.decode(text) { precondition(Base64URL.encode(value) == text, "one spelling") }
    if let value = Base32.decode(text) { precondition(Base32.encode(value) == text.lowercased(), "one spelling") }
    if let value = Hex.decode(text) { precondition(Hex.encode(value) == text.lowercased(), "one spelling") }
    precondition(Base64URL.decode(Base64URL.encode(bytes)) == bytes, "what is written can be read")
    precondition(Base32.decode(Base32.encode(bytes)) == bytes, "what is written can be read")
    if let token = AccessToken(text) { precondition(token.matches(hash: token.hash), "a token is its own") }
    if let claim = UnsubscribeClaim(bytes: bytes) { precondition(claim.bytes == bytes, "a claim reads as itself") }
    let key = SecretBytes(copying: [UInt8](repeating: 7, count: 32))
    let opened = UnsubscribeToken.open(bytes, instance: instance) { _ in key }
    precondition(opened == nil, "nobody makes a token without the key")
    return 0
}
