/// The numbers of the data protection officer's desk.
extension Limits {
    /// More than any undertaking employs.
    package static let officerPersons = 10_000_000
    /// Tasks somebody may add to those of the law in one year's view.
    package static let officerTasks = 200
    /// How often it is looked whether a task is due: days pass slowly.
    static let officerLook = Duration.seconds(600)
}
