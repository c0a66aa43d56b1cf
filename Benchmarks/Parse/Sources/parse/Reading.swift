internal import Mail

/// Everything that a program wants of a message, asked for once; the lengths added up so that nothing is left out.
enum Reading {
    static func length(of bytes: [UInt8]) -> Int {
        let message = MessageParser().parse(bytes)
        var sum = length(of: message.from) &+ length(of: message.to) &+ length(of: message.cc)
        sum &+= length(of: message.subject) &+ length(of: message.messageID?.value)
        if message.date != nil { sum &+= 1 }
        for leaf in message.leaves {
            sum &+= length(of: leaf.filename)
            if leaf.contentType.type == "text" {
                sum &+= message.decodedText(of: leaf).text.utf8.count
            } else {
                message.decode(leaf) { sum &+= $0.count }
            }
        }
        return sum
    }

    private static func length(of addresses: [Address]) -> Int {
        addresses.reduce(0) { $0 &+ length(of: $1.name) &+ length(of: $1.address) }
    }

    private static func length(of text: String?) -> Int { text?.utf8.count ?? 0 }
}
