/// The numbers of logging.
enum LogLimits {
    /// Our ids have 16 bytes, our digests 32.
    static let idBytes = 32
    /// A file id of a library; the longest in use is about 60.
    static let sourceCharacters = 100
}
