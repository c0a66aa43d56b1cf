import Foundation
import Vault

/// A person signs in.
extension TokenKeeper {
    /// Begins anew; an earlier attempt is forgotten, an earlier sign-in stays good until this one succeeds. What the
    /// person has to do stands in the answer, or why it cannot be begun.
    package func begin(redirectPort: UInt16?, by author: Principal) async -> SignInStatus {
        await loadQuietly()
        attempt = nil
        attemptRefusal = nil
        do throws(TokenFailure) {
            switch plan.flow {
            case .client:
                let issued = try await issuer.redeem(.client)
                await signedIn(issued, by: author)
            case .device:
                attempt = .device(try await issuer.deviceCode(), by: author, world: world)
            case .code:
                attempt = try codeAttempt(redirectPort: redirectPort ?? 0, by: author)
            }
        } catch {
            attemptRefusal = error.refusal
        }
        report()
        ring()
        return current
    }

    /// What the browser brought back (RFC 6749 §4.1.2). Anything that does not carry the state of this attempt changes
    /// nothing (RFC 8252 §8.9): somebody else's page may know our port.
    package func finish(code: String?, state: String) async -> SignInStatus {
        guard let waiting = attempt, case .code(let verifier, let expected, let redirect) = waiting.way,
            ConstantTime.equal(Array(expected.utf8), Array(state.utf8))
        else {
            if attempt == nil, attemptRefusal == nil { attemptRefusal = (.foreignAnswer, nil) }
            report()
            return current
        }
        attempt = nil
        if let code, !code.isEmpty, code.utf8.count <= Limits.tokenBytes {
            do throws(TokenFailure) {
                let issued = try await issuer.redeem(.code(code, verifier: verifier, redirect: redirect))
                await signedIn(issued, by: waiting.author)
            } catch {
                attemptRefusal = error.refusal
            }
        } else {
            attemptRefusal = (.accessDenied, nil)
        }
        report()
        ring()
        return current
    }

    /// Forgets the token and whatever waits. False when there was nothing.
    package func signOut(by author: Principal) async throws(StoreFailure) -> Bool {
        let wasWaiting = attempt != nil
        let wasThere = try await store.forgetMailToken(of: mailbox, by: author, now: world.now())
        attempt = nil
        attemptRefusal = nil
        trouble = nil
        held = nil
        written = nil
        isLoaded = true
        report()
        return wasThere || wasWaiting
    }

    package var status: SignInStatus {
        get async {
            await loadQuietly()
            return current
        }
    }

    /// RFC 8628 §3.4 and §3.5.
    func pollDevice() async {
        guard let waiting = attempt else { return }
        let now = world.monotonic()
        guard now < waiting.endsAt else {
            attempt = nil
            attemptRefusal = (.expired, nil)
            return
        }
        guard case .device(let code) = waiting.way, now >= waiting.nextPoll else { return }
        do throws(TokenFailure) {
            let issued = try await issuer.redeem(.device(code.code))
            guard isStill(code) else { return }
            attempt = nil
            await signedIn(issued, by: waiting.author)
        } catch {
            guard isStill(code) else { return }
            switch error {
            case .pending: break
            case .tooFast: attempt?.interval += Limits.devicePollStep
            case .unreachable, .untrusted:
                attempt?.interval = min(waiting.interval * 2, Limits.devicePollMaximum)
            case .refused(let refusal, let number):
                attempt = nil
                attemptRefusal = (refusal, number)
            }
            if let interval = attempt?.interval { attempt?.nextPoll = world.monotonic() + interval }
        }
    }

    /// Whether nobody began another attempt while the provider thought.
    private func isStill(_ code: DeviceCode) -> Bool {
        if case .device(let now) = attempt?.way { now == code } else { false }
    }

    private func signedIn(_ issued: IssuedToken, by author: Principal) async {
        guard plan.flow == .client || issued.refresh != nil else {
            attemptRefusal = (.noRefreshToken, nil)
            return
        }
        held = HeldToken(issued, id: MailTokenID(from: world), owner: plan.identity, now: world.now())
        isLoaded = true
        trouble = nil
        forcedAt = nil
        await keepQuietly(noting: .signedIn, by: author)
        observe(.signedIn)
    }

    private func codeAttempt(redirectPort: UInt16, by author: Principal) throws(TokenFailure) -> SignInAttempt {
        let verifier: String
        let state: String
        do throws(VaultFailure) {
            // RFC 7636 §4.1: 256 bits, 43 characters.
            verifier = Base64URL.encode(try Randomness.bytes(32))
            state = Base64URL.encode(try Randomness.bytes(32))
        } catch {
            throw .unreachable
        }
        let redirect = plan.redirect(port: redirectPort)
        let challenge = Base64URL.encode(Digest.sha256(Array(verifier.utf8)))
        guard let page = plan.page(redirect: redirect, state: state, challenge: challenge) else {
            throw .refused(.invalidRequest, number: nil)
        }
        let prompt = SignInPrompt(
            page: page, state: state, until: world.now().addingTimeInterval(Limits.signInPatience.seconds))
        return SignInAttempt(
            way: .code(verifier: verifier, state: state, redirect: redirect), prompt: prompt, author: author,
            endsAt: world.monotonic() + Limits.signInPatience)
    }
}
