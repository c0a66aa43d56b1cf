/// SQLite's numbers for how far a commit goes before it is answered.
enum SynchronousLevel {
    static let full = 2
    static let extra = 3
}
