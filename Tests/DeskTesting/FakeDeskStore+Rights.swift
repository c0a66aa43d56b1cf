package import Desk

/// The register of requests.
extension FakeDeskStore {
    package func register(
        _ request: RightsRequest, in mailbox: MailboxProfile, letter: RightsLetter?, by author: Principal,
        dispatch: Dispatch
    ) async throws(StoreFailure) -> RightsOutcome {
        try write { state in
            var request = request
            if let letter { send(letter, about: &request, &state) }
            state.requests[request.id] = request
            state.note(.requestRegistered(request.id, request.right, request.channel), by: author, at: world.now())
            return .done(request)
        }
    }

    package func rightsRequest(_ id: RightsRequestID) async throws(StoreFailure) -> RightsRequest? {
        try read { state in state.requests[id] }
    }

    package func rightsRequests(
        includingClosed: Bool, limit: Int
    ) async throws(StoreFailure) -> [RightsRequest] {
        try read { state in
            let open = state.requests.values.filter { includingClosed || $0.isOpen }
            let ordered = open.sorted { left, right in
                guard left.isOpen == right.isOpen else { return left.isOpen }
                return (left.clock.targetDay, left.id) < (right.clock.targetDay, right.id)
            }
            return Array(ordered.prefix(limit))
        }
    }

    package func rightsDeadlines(limit: Int) async throws(StoreFailure) -> [RightsDeadline] {
        try read { state in
            state.requests.values.filter(\.isOpen).map { request in
                RightsDeadline(
                    id: request.id, clock: request.clock, isSuspended: request.state == .suspended,
                    reminded: state.reminded[request.id])
            }
        }
    }

    package func noteReminded(
        _ urgency: RightsRequestUrgency, of requests: [RightsRequestID]
    ) async throws(StoreFailure) {
        try write { state in for request in requests { state.reminded[request] = urgency } }
    }

    package func change(
        _ id: RightsRequestID, by act: RightsAct, letter: RightsLetter?, author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> RightsOutcome {
        let today = CalendarDay(world.now(), in: ControllerPlace.zone(ofCountry: "DE"))
        return try write { state in
            guard let request = state.requests[id] else { return .notFound }
            var next: RightsRequest
            do throws(DeskRefusal) {
                next = try request.after(act, at: world.now(), on: today)
            } catch {
                return .refused(error)
            }
            if let letter { send(letter, about: &next, &state) }
            state.requests[id] = next
            state.note(.requestMoved(id, act.word), by: author, at: world.now())
            return .done(next)
        }
    }

    /// A letter goes to a person on file only.
    private func send(_ letter: RightsLetter, about request: inout RightsRequest, _ state: inout State) {
        guard let person = request.person, state.people[person]?.address != nil else { return }
        state.rightsLetters.append(letter)
    }
}
