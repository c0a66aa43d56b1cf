import Foundation

/// Makes a ZIP archive from front to back: what it answers is written at once, and only the list of entries is kept.
///
/// Entries are stored, not compressed, and carry size and check sum in front, so that every reader takes them, also one
/// that reads a stream. Sizes and offsets beyond 32 bits are written as ZIP64 (APPNOTE.TXT 4.3.14, 4.5.3). It refuses
/// an entry that becomes other than announced, and more entries than a bound.
struct ZipArchive: Sendable {
    enum Failure: Error, Sendable, Equatable {
        /// What was written is not what was announced.
        case changed
        case tooManyEntries
    }

    /// Entries and bytes written so far.
    private(set) var entries = 0
    private(set) var offset: UInt64
    private var directory: [UInt8] = []
    private var open: (size: UInt64, crc: UInt32, written: UInt64, sum: CRC32)?

    /// - Parameter offset: where in the file it begins; other than 0 only to prove what happens far behind.
    init(offset: UInt64 = 0) {
        self.offset = offset
    }

    /// A whole entry.
    mutating func entry(_ name: String, _ bytes: [UInt8], at date: Date) throws(Failure) -> [UInt8] {
        var sum = CRC32()
        sum.update(bytes)
        let header = try begin(name, size: UInt64(bytes.count), crc: sum.value, at: date)
        let body = try append(bytes)
        try end()
        return header + body
    }

    /// Announces an entry whose bytes follow.
    mutating func begin(_ name: String, size: UInt64, crc: UInt32, at date: Date) throws(Failure) -> [UInt8] {
        guard open == nil, entries < Limits.exportEntries, name.utf8.count <= Int(UInt16.max) else {
            throw .tooManyEntries
        }
        let header = localHeader(name, size, crc, date)
        addToDirectory(name, size, crc, date)
        entries += 1
        offset += UInt64(header.count)
        open = (size, crc, 0, CRC32())
        return header
    }

    mutating func append(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
        guard let announced = open else { throw .changed }
        let (written, overflow) = announced.written.addingReportingOverflow(UInt64(bytes.count))
        guard !overflow, written <= announced.size else { throw .changed }
        open?.written = written
        open?.sum.update(bytes)
        offset += UInt64(bytes.count)
        return bytes
    }

    mutating func end() throws(Failure) {
        guard let entry = open, entry.written == entry.size, entry.sum.value == entry.crc else { throw .changed }
        open = nil
    }

    /// The list of entries and the end (APPNOTE.TXT 4.3.12, 4.3.14–16). Nothing may follow.
    mutating func finish() -> [UInt8] {
        var writer = LittleEndianWriter(directory)
        let size = UInt64(directory.count)
        if entries >= Int(UInt16.max) || size >= Self.large || offset >= Self.large {
            writer.put(UInt32(0x0606_4B50))
            writer.put(UInt64(44))
            writer.put(Self.madeBy)
            writer.put(UInt16(45))
            writer.put(UInt32(0))
            writer.put(UInt32(0))
            writer.put(UInt64(entries))
            writer.put(UInt64(entries))
            writer.put(size)
            writer.put(offset)
            writer.put(UInt32(0x0706_4B50))
            writer.put(UInt32(0))
            writer.put(offset + size)
            writer.put(UInt32(1))
        }
        writer.put(UInt32(0x0605_4B50))
        writer.put(UInt32(0))
        writer.put(UInt16(clamping: entries))
        writer.put(UInt16(clamping: entries))
        writer.put(UInt32(clamping: size))
        writer.put(UInt32(clamping: offset))
        writer.put(UInt16(0))
        offset += UInt64(writer.bytes.count)
        return writer.bytes
    }

    /// APPNOTE.TXT 4.3.7.
    private func localHeader(_ name: String, _ size: UInt64, _ crc: UInt32, _ date: Date) -> [UInt8] {
        let sizes = size >= Self.large ? [size, size] : []
        var writer = LittleEndianWriter()
        writer.put(UInt32(0x0403_4B50))
        writer.put(UInt16(sizes.isEmpty ? 20 : 45))
        Self.put(size, crc, date, to: &writer)
        let extra = Self.extra(sizes)
        writer.put(UInt16(name.utf8.count))
        writer.put(UInt16(extra.count))
        return writer.bytes + Array(name.utf8) + extra
    }

    /// APPNOTE.TXT 4.3.12.
    private mutating func addToDirectory(_ name: String, _ size: UInt64, _ crc: UInt32, _ date: Date) {
        let numbers = (size >= Self.large ? [size, size] : []) + (offset >= Self.large ? [offset] : [])
        let extra = Self.extra(numbers)
        var writer = LittleEndianWriter()
        writer.put(UInt32(0x0201_4B50))
        writer.put(Self.madeBy)
        writer.put(UInt16(extra.isEmpty ? 20 : 45))
        Self.put(size, crc, date, to: &writer)
        writer.put(UInt16(name.utf8.count))
        writer.put(UInt16(extra.count))
        // No comment, one disk, no hint what kind of text it is.
        writer.put(UInt16(0))
        writer.put(UInt16(0))
        writer.put(UInt16(0))
        // A plain file that its owner may read and write.
        writer.put(UInt32(0o100600) << 16)
        writer.put(UInt32(clamping: offset))
        directory += writer.bytes + Array(name.utf8) + extra
    }

    /// Flags, method, time, check sum and sizes, as they stand in both kinds of header. Bit 11: names are UTF-8.
    private static func put(_ size: UInt64, _ crc: UInt32, _ date: Date, to writer: inout LittleEndianWriter) {
        let (time, day) = moment(date)
        writer.put(UInt16(0x0800))
        writer.put(UInt16(0))
        writer.put(time)
        writer.put(day)
        writer.put(crc)
        writer.put(UInt32(clamping: size))
        writer.put(UInt32(clamping: size))
    }

    /// The field of ZIP64 (APPNOTE.TXT 4.5.3): only the numbers that do not fit into 32 bits.
    private static func extra(_ numbers: [UInt64]) -> [UInt8] {
        guard !numbers.isEmpty else { return [] }
        var writer = LittleEndianWriter()
        writer.put(UInt16(1))
        writer.put(UInt16(numbers.count * 8))
        for number in numbers { writer.put(number) }
        return writer.bytes
    }

    /// The two words of MS-DOS, in UTC; they reach from 1980 to 2107 in steps of two seconds.
    private static func moment(_ date: Date) -> (time: UInt16, day: UInt16) {
        let text = DayText.of(date).split(separator: "-").map { Int($0) ?? 0 }
        guard text.count == 3, (1980...2107).contains(text[0]) else { return (0, 0x21) }
        let ofDay = Int((date.timeIntervalSince1970 / 2).rounded(.down)) % 43_200
        let (hour, minute, pair) = (ofDay / 1_800, ofDay / 30 % 60, ofDay % 30)
        let time = hour << 11 | minute << 5 | pair
        return (UInt16(clamping: time), UInt16(clamping: (text[0] - 1980) << 9 | text[1] << 5 | text[2]))
    }

    /// From here on a 32-bit field holds all ones and the number stands in the extra field.
    private static let large = UInt64(UInt32.max)
    /// Unix, version 4.5 of the format.
    private static let madeBy: UInt16 = 3 << 8 | 45
}

/// Numbers as ZIP has them: the least significant byte first.
struct LittleEndianWriter {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    mutating func put(_ number: some FixedWidthInteger & UnsignedInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
