/// Where one header field stands in its buffer: its name without the colon, its value with the folding still in it.
struct HeaderSpan: Sendable {
    let nameStart: Int
    let nameEnd: Int
    let valueStart: Int
    let valueEnd: Int
}
