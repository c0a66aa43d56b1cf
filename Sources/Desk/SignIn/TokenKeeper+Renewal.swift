import Foundation

/// Renewing, and keeping what came.
extension TokenKeeper {
    /// Whether there is anything to renew by, and the last failure is long enough ago.
    var mayAsk: Bool {
        guard isLoaded || plan.flow == .client else { return false }
        if let trouble, world.monotonic() < trouble.nextTry { return false }
        return plan.flow == .client || held?.refresh != nil
    }

    var isRenewalDue: Bool {
        guard mayAsk else { return false }
        guard let held, held.refusal == nil else { return plan.flow == .client }
        return held.isDue(at: world.now())
    }

    /// How long nothing will be due.
    var untilDue: Duration {
        if held != written { return Limits.tokenRetry }
        var waits: [Duration] = []
        let now = world.monotonic()
        if let attempt {
            waits.append(attempt.endsAt - now)
            if case .device = attempt.way { waits.append(attempt.nextPoll - now) }
        }
        if let trouble { waits.append(trouble.nextTry - now) }
        if let held, held.refusal == nil, trouble == nil, held.refresh != nil || plan.flow == .client {
            waits.append(.seconds(held.renewAt.timeIntervalSince(world.now())))
        }
        // A moment's rest even when something is overdue: no mistake makes this a tight loop.
        return max(.milliseconds(100), waits.min() ?? Limits.tokenRest)
    }

    func renew() async {
        let before = held
        let grant: TokenGrant
        switch (plan.flow, before?.refresh) {
        case (.client, _): grant = .client
        case (_, let refresh?): grant = .refresh(refresh)
        case (_, nil): return
        }
        do throws(TokenFailure) {
            let issued = try await issuer.redeem(grant)
            // A person may have signed in anew meanwhile: that is the newer word.
            guard held?.id == before?.id else { return }
            Fault.point(.g1)
            await take(renewed: issued, after: before)
            Fault.point(.g2)
        } catch {
            guard held?.id == before?.id else { return }
            await failed(error)
        }
    }

    private func take(renewed issued: IssuedToken, after before: HeldToken?) async {
        let now = world.now()
        let isFirst = before == nil || before?.refusal != nil
        held =
            isFirst
            ? HeldToken(issued, id: MailTokenID(from: world), owner: plan.identity, now: now)
            : before?.renewed(by: issued, now: now)
        trouble = nil
        await keepQuietly(noting: isFirst ? .signedIn : nil, by: .daemon)
        observe(isFirst ? .signedIn : .renewed)
    }

    private func failed(_ failure: TokenFailure) async {
        let (refusal, number) = failure.refusal
        if refusal.endsGrant, plan.flow != .client {
            trouble = nil
            held = held?.ended(by: refusal)
            observe(.refused(refusal))
            await keepQuietly(noting: .refused, by: .daemon)
            return
        }
        let wasRefused = trouble?.isRefusal == true && trouble?.cause == refusal
        var next = trouble ?? Trouble(since: world.now(), cause: refusal, nextTry: .zero)
        next.tries += 1
        next.cause = refusal
        next.isRefusal = !failure.isTransient
        next.number = number
        let wait =
            failure.isTransient
            ? min(Limits.tokenRetry * (1 << min(next.tries - 1, 16)), Limits.tokenRetryMaximum)
            : Limits.tokenRefusalRetry
        next.nextTry = world.monotonic() + wait * (0.8 + 0.4 * world.randomFraction())
        trouble = next
        if failure.isTransient { observe(.failed(refusal)) } else if !wasRefused { observe(.refused(refusal)) }
    }

    /// What could not be written is held in memory, used, and written at the next look.
    func keepQuietly(noting act: SignInAct?, by author: Principal) async {
        do throws(StoreFailure) {
            try await keep(noting: act, by: author)
        } catch {
            observe(.storeFailed(error))
        }
    }

    /// Until what is on disk is what we hold: it may change while it is written.
    func keep(noting act: SignInAct?, by author: Principal) async throws(StoreFailure) {
        var act = act
        while let now = held {
            try await store.keep(now, of: mailbox, noting: act, by: author, now: world.now())
            act = nil
            written = now
            if held == now { return }
        }
    }

    func report() { publish(current) }

    var current: SignInStatus {
        var status = SignInStatus(flow: plan.flow)
        if isLoaded || held != nil {
            status.state = held.map { $0.refusal == nil ? .signedIn : .refused } ?? .signedOut
        }
        if let held, held.refusal == nil {
            status.tokenIssuedAt = held.issuedAt
            status.tokenEndsAt = held.endsAt
            status.signedInAt = held.signedInAt
            status.grantedAt = held.grantedAt
            status.grantEndsAt = held.grantEndsAt
        }
        status.refusal = held?.refusal ?? trouble?.cause ?? (status.state == .signedOut ? .signedOut : nil)
        status.number = trouble?.number
        status.isRenewalRefused = trouble?.isRefusal == true
        status.failingSince = trouble?.since
        if let held, held.refusal == nil, !held.isGood(at: world.now()), trouble?.isRefusal == true {
            status.state = .refused
        }
        if held == nil, trouble?.isRefusal == true { status.state = .refused }
        status.prompt = attempt?.prompt
        status.attemptRefusal = attemptRefusal?.0
        status.attemptNumber = attemptRefusal?.number
        status.isUnkept = held != nil && held != written
        return status
    }
}

extension TokenFailure {
    /// The word a person reads.
    var refusal: (TokenRefusal, number: Int?) {
        switch self {
        case .pending, .tooFast: (.expired, nil)
        case .unreachable: (.unreachable, nil)
        case .untrusted: (.untrusted, nil)
        case .refused(let refusal, let number): (refusal, number)
        }
    }
}
