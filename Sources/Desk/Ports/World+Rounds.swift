/// Looking again and again, with a rest between.
extension World {
    /// Calls until the task is cancelled, and each time rests for as long as the call says.
    func rounds(_ round: () async -> Duration) async {
        while !Task.isCancelled {
            let wait = await round()
            // Being cancelled is how this ends.
            do { try await sleep(wait) } catch { return }
        }
    }
}
