import Mail

/// The way from the desk to staff: the settings of the moment, and whichever server takes mail for them now.
struct StaffLine: Sendable {
    let desk: Helpdesk
    /// nil while no server for such mail is known.
    let courier: @Sendable () -> (any Courier)?

    /// A connection of its own; nil while there is none. Whoever takes it closes it.
    func post(_ settings: DeskSettings) -> StaffPost? {
        courier().map { StaffPost(settings: settings, keys: desk.keys, world: desk.world, courier: $0) }
    }

    /// Whether some server took it for somebody. Where nobody is to be told, nobody was.
    func tell(_ words: StaffWords, to recipients: [EmailAddress], _ settings: DeskSettings) async -> Bool {
        guard !recipients.isEmpty, let post = post(settings) else { return false }
        return await post.send(words, to: recipients)
    }
}
