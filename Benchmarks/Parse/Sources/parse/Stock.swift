internal import Glibc

/// The messages of a benchmark: DATA.bin holds them back to back, DATA.idx an "offset length" a line.
struct Stock {
    let messages: [[UInt8]]
    var bytes: Int { messages.reduce(0) { $0 + $1.count } }

    init?(_ base: String, limit: Int?) {
        guard let index = fopen(base + ".idx", "r"), let file = fopen(base + ".bin", "r") else { return nil }
        defer {
            fclose(index)
            fclose(file)
        }
        // Large reads go past the buffer of the C library into the array itself.
        var messages: [[UInt8]] = []
        while messages.count < limit ?? Int.max, let (offset, count) = Self.next(index) {
            guard fseek(file, offset, SEEK_SET) == 0 else { return nil }
            let message = [UInt8](unsafeUninitializedCapacity: count) { target, read in
                read = fread(target.baseAddress, 1, count, file)
            }
            guard message.count == count else { return nil }
            messages.append(message)
        }
        self.messages = messages
    }

    private static func next(_ index: UnsafeMutablePointer<FILE>) -> (offset: Int, count: Int)? {
        var line = [CChar](repeating: 0, count: 64)
        guard fgets(&line, Int32(line.count), index) != nil else { return nil }
        let words = line.prefix { $0 != 0 && $0 != 0x0A }.split(separator: 0x20)
        let numbers = words.compactMap { Int(String(decoding: $0.map { UInt8(bitPattern: $0) }, as: UTF8.self)) }
        guard numbers.count == 2, numbers[1] >= 0 else { return nil }
        return (numbers[0], numbers[1])
    }
}
