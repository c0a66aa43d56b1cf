#if DEBUG
    import Desk
    import Glibc
    import Synchronization

    /// Ends the process at a named instant, for the tests that prove the instant is survived. Debug builds only.
    ///
    /// `TICKETD_FAULT=i3` kills at the first passing of i3, `TICKETD_FAULT=i3:2` at the second;
    /// `TICKETD_FAULT_MAIL=WORD` kills when a mail that holds the word is about to be parsed.
    enum FaultInjection {
        static func install(environment: [String: String]) {
            if let word = environment["TICKETD_FAULT_MAIL"] {
                let marker = Array(word.utf8)
                Fault.installReader { bytes in
                    if bytes.firstRange(of: marker) != nil { kill(getpid(), SIGKILL) }
                }
            }
            guard let text = environment["TICKETD_FAULT"] else { return }
            let parts = text.split(separator: ":")
            guard let name = parts.first, let wanted = FaultPoint(rawValue: String(name)) else { return }
            let count = parts.count > 1 ? Int(parts[1]) ?? 1 : 1
            let passed = Mutex(0)
            Fault.install { point in
                guard point == wanted else { return }
                let now = passed.withLock { value -> Int in
                    value += 1
                    return value
                }
                if now == count { kill(getpid(), SIGKILL) }
            }
        }
    }
#endif
