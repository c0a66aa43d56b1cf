internal import Curl
internal import Desk

/// One SMTP dialogue on one connection, after libcurl's login: a new EHLO under our configured name, then transactions.
///
/// One caller at a time. Waiting for a reply is shielded from cancellation for a short grace, because a mail whose
/// answer was not awaited is a mail of unknown fate.
actor SMTPSession {
    /// The connection ended, or what came is no SMTP. Which of the two does not matter to any mail.
    private struct Broken: Error {}

    private let connection: CurlConnection
    private let timeouts: SMTPTimeouts
    private var reader = SMTPReplyReader()
    private var extensions: SMTPExtensions?
    private var needsReset = false
    private(set) var isUsable = true
    private(set) var mails = 0
    /// Until then the connection is taken to be alive, because it answered just now.
    private var provedUntil: Deadline
    /// The connection was gone before the server said a word about this mail, after it had served others: it is the
    /// connection's end, not an answer.
    private(set) var foundStale = false

    init(connection: CurlConnection, timeouts: SMTPTimeouts) {
        self.connection = connection
        self.timeouts = timeouts
        provedUntil = .after(timeouts.unproved)
    }

    /// RFC 5321 §4.1.4 lets a client say EHLO again; libcurl's own told no more than it had to.
    func start(as name: String) async throws(MailboxFailure) {
        do throws(Broken) {
            try await write("EHLO \(name)\r\n", within: timeouts.hello)
            let reply = try await reply(within: timeouts.hello)
            guard reply.isPositive else {
                end()
                throw Broken()
            }
            extensions = SMTPExtensions(reply)
        } catch {
            throw .serverUnavailable
        }
    }

    /// Whether the connection can be trusted with a mail; asks it when it has been quiet or a transaction is open.
    func isReady() async -> Bool {
        guard isUsable, mails < Limits.mailsPerConnection else { return false }
        guard needsReset || provedUntil.hasPassed else { return true }
        do throws(Broken) {
            try await write("RSET\r\n", within: timeouts.mail)
            let reply = try await reply(within: timeouts.mail)
            needsReset = false
            if !reply.isPositive { end() }
            return isUsable
        } catch {
            return false
        }
    }

    func send(_ outbound: Outbound, checkpoint: any SendCheckpoint) async -> DeliveryOutcome {
        foundStale = false
        guard let extensions else { return .unavailable(.protocolViolation) }
        guard let text = SMTPText(outbound.bytes) else {
            // 5.6.0: the content is at fault (RFC 3463 §3.7).
            return .refused(SMTPReply(code: 554, enhanced: "5.6.0"), at: .data)
        }
        let envelope: SMTPEnvelope
        do throws(SMTPEnvelope.Refusal) {
            envelope = try SMTPEnvelope(
                sender: outbound.sender, recipient: outbound.recipient, text: text, extensions: extensions)
        } catch {
            return .refused(error.reply, at: error.step)
        }
        // The desk's last word; nothing may come between it and MAIL FROM.
        guard await checkpoint.mayBegin() else { return .withheld }
        do throws(Broken) {
            if let verdict = try await open(envelope, isPipelined: extensions.has("PIPELINING")) { return verdict }
        } catch {
            return .deferred(nil)
        }
        return await hand(over: text, checkpoint: checkpoint)
    }

    /// QUIT is a courtesy: it is said, and its answer awaited for a moment.
    func close() async {
        guard isUsable else { return }
        do throws(Broken) {
            try await write("QUIT\r\n", within: Limits.farewell)
            _ = try await reply(within: Limits.farewell)
        } catch {
            isUsable = false
        }
        end()
    }

    /// MAIL, RCPT and DATA, in one write where the server allows it (RFC 2920 §3.1). Nil when the server said 354.
    private func open(_ envelope: SMTPEnvelope, isPipelined: Bool) async throws(Broken) -> DeliveryOutcome? {
        let steps: [(SMTPStep, String, Duration)] = [
            (.sender, envelope.mail, timeouts.mail), (.recipient, envelope.recipient, timeouts.recipient),
            (.data, "DATA", timeouts.data),
        ]
        let isReused = mails > 0
        var verdict: DeliveryOutcome?
        if isPipelined { try await write(steps.map { $0.1 + "\r\n" }.joined(), within: timeouts.mail) }
        for (step, line, timeout) in steps {
            let reply: SMTPWireReply
            do throws(Broken) {
                if !isPipelined { try await write(line + "\r\n", within: timeout) }
                reply = try await self.reply(within: timeout)
            } catch {
                foundStale = step == .sender && isReused
                // What was said already about this mail stands.
                if let verdict { return verdict }
                throw error
            }
            if reply.code == 421 {
                // RFC 5321 §3.8: the server closes now, whatever else was written.
                foundStale = step == .sender && isReused
                end()
                return verdict ?? .deferred(reply.kept)
            }
            if step == .recipient, verdict == nil, reply.isPositive { Fault.point(.o3) }
            if step == .data, reply.code == 354, verdict != nil {
                // It wants a message for a transaction it refused. Leaving sends none; a lone dot might send an
                // empty one.
                end()
            }
            verdict = verdict ?? SMTPVerdict.before(dot: reply, at: step)
            if verdict != nil {
                needsReset = true
                if !isPipelined { break }
            }
        }
        return settle(verdict)
    }

    private func hand(over text: SMTPText, checkpoint: any SendCheckpoint) async -> DeliveryOutcome {
        mails += 1
        do throws(Broken) {
            try await writeBody(text.bytes)
        } catch {
            return await lastWords() ?? .deferred(nil)
        }
        Fault.point(.o4)
        do throws(StoreFailure) {
            try await checkpoint.handing()
        } catch {
            // Without a durable "handing" the dot must not leave: closing is the only way not to send it.
            end()
            return .deferred(nil)
        }
        do throws(Broken) {
            try await write(".\r\n", within: timeouts.block)
        } catch {
            // What the kernel did not take whole, no server can have read as the end of the message.
            return await lastWords() ?? .deferred(nil)
        }
        Fault.point(.o5)
        do throws(Broken) {
            let reply = try await reply(within: timeouts.dot)
            Fault.point(.o6)
            if reply.code == 421 { end() }
            return settle(SMTPVerdict.after(dot: reply)) ?? .unknown
        } catch {
            return .unknown
        }
    }

    /// A server that tells us who we are not has nothing more to say on this connection.
    private func settle(_ verdict: DeliveryOutcome?) -> DeliveryOutcome? {
        if case .unavailable = verdict { end() }
        if verdict == .deferred(nil) || verdict == .unknown { end() }
        return verdict
    }

    /// A server may refuse in the middle of the text and close; what it said is worth more than that it closed.
    private func lastWords() async -> DeliveryOutcome? {
        do throws(Broken) {
            let reply = try await reply(within: Limits.farewell)
            end()
            return reply.code >= 400 ? SMTPVerdict.after(dot: reply) : nil
        } catch {
            return nil
        }
    }

    private func end() {
        isUsable = false
        connection.close()
    }

    private func write(_ text: String, within timeout: Duration) async throws(Broken) {
        try await write(Array(text.utf8), within: timeout)
    }

    private func write(_ bytes: [UInt8], within timeout: Duration) async throws(Broken) {
        do throws(CurlFailure) {
            try await connection.send(bytes, until: .after(timeout), isShielded: true)
        } catch {
            throw Broken()
        }
    }

    /// The time limit of RFC 5321 §4.5.3.2.5 is per block, so that a slow line is not a dead one.
    private func writeBody(_ bytes: [UInt8]) async throws(Broken) {
        var offset = 0
        while offset < bytes.count {
            let end = min(offset + Limits.smtpBlockBytes, bytes.count)
            try await write(Array(bytes[offset..<end]), within: timeouts.block)
            offset = end
        }
    }

    private func reply(within timeout: Duration) async throws(Broken) -> SMTPWireReply {
        var deadline = Deadline.after(timeout)
        var isHurried = false
        while true {
            do throws(SMTPReplyReader.Violation) {
                if let reply = try reader.next() {
                    provedUntil = .after(timeouts.unproved)
                    return reply
                }
            } catch {
                break
            }
            if Task.isCancelled, !isHurried {
                isHurried = true
                deadline = min(deadline, .after(timeouts.grace))
            }
            guard !deadline.hasPassed,
                let bytes = await read(until: min(deadline, .after(Limits.cancellationLook)))
            else {
                break
            }
            reader.feed(bytes)
        }
        end()
        throw Broken()
    }

    /// Empty after silence, nil when the connection is gone.
    private func read(until deadline: Deadline) async -> [UInt8]? {
        do throws(CurlFailure) {
            switch try await connection.receive(until: deadline, isShielded: true) {
            case .bytes(let bytes): return bytes
            case .silence: return []
            case .ended: return nil
            }
        } catch {
            return nil
        }
    }
}
