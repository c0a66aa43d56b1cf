internal import CCurl
internal import Foundation
internal import Synchronization

/// One thread that waits for all idle connections at once, so that a thousand mailboxes cost sockets, not threads.
///
/// A waiter names a socket, what it waits for and until when. At most one waiter for each direction of a socket; a
/// second one displaces the first, which is told that it was cancelled. Whoever closes a socket calls `forget` first.
final class SocketWatch: Sendable {
    enum Direction: Sendable { case readable, writable }
    enum Outcome: Sendable { case ready, timedOut, cancelled }

    static let shared = SocketWatch()

    private struct Waiter {
        let id: UInt64
        let deadline: ContinuousClock.Instant
        let continuation: CheckedContinuation<Outcome, Never>
    }

    private struct Entry {
        var reader: Waiter?
        var writer: Waiter?
        var isEmpty: Bool { reader == nil && writer == nil }

        mutating func take(_ direction: Direction, id: UInt64? = nil) -> Waiter? {
            let found = direction == .readable ? reader : writer
            guard let found, id == nil || found.id == id else { return nil }
            if direction == .readable { reader = nil } else { writer = nil }
            return found
        }
    }

    private struct State {
        var entries: [Int32: Entry] = [:]
        var lastID: UInt64 = 0
        /// No deadline is earlier than this; it may be too early, never too late.
        var nearest: ContinuousClock.Instant?
        var sleepsUntil: ContinuousClock.Instant?
    }

    private let state = Mutex(State())
    private let poll: Int32
    private let bell: Int32

    init() {
        poll = epoll_create1(Int32(EPOLL_CLOEXEC))
        bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        precondition(poll >= 0 && bell >= 0, "the kernel has no descriptor left for the socket watch")
        var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(fd: bell))
        _ = epoll_ctl(poll, EPOLL_CTL_ADD, bell, &event)
        Thread.detachNewThread { [self] in watch() }
    }

    /// Returns at once with `.cancelled` when the task is cancelled, unless shielded from that.
    ///
    /// `whileOpen` runs what it is given if the socket is still its owner's, holding off whoever would close it, and
    /// answers whether it did: a number that was closed may be another connection's by now.
    nonisolated(nonsending) func wait(
        for socket: Int32, _ direction: Direction, until deadline: ContinuousClock.Instant, isShielded: Bool,
        whileOpen: (_ register: () -> Void) -> Bool
    ) async -> Outcome {
        let id = state.withLock { state in
            state.lastID &+= 1
            return state.lastID
        }
        if isShielded {
            return await withCheckedContinuation { continuation in
                let waiter = Waiter(id: id, deadline: deadline, continuation: continuation)
                if !whileOpen({ add(waiter, socket, direction) }) { continuation.resume(returning: .cancelled) }
            }
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let waiter = Waiter(id: id, deadline: deadline, continuation: continuation)
                if !whileOpen({ add(waiter, socket, direction) }) { continuation.resume(returning: .cancelled) }
                if Task.isCancelled { cancel(id: id, socket, direction) }
            }
        } onCancel: {
            cancel(id: id, socket, direction)
        }
    }

    /// Tells all waiters of the socket that they were cancelled and stops watching it.
    func forget(_ socket: Int32) {
        let entry = state.withLock { state in
            var event = epoll_event()
            _ = epoll_ctl(poll, EPOLL_CTL_DEL, socket, &event)
            return state.entries.removeValue(forKey: socket)
        }
        entry?.reader?.continuation.resume(returning: .cancelled)
        entry?.writer?.continuation.resume(returning: .cancelled)
    }

    private func add(_ waiter: Waiter, _ socket: Int32, _ direction: Direction) {
        var displaced: Waiter?
        var armed = false
        var mustRing = false
        state.withLock { state in
            var entry = state.entries[socket] ?? Entry()
            displaced = entry.take(direction)
            if direction == .readable { entry.reader = waiter } else { entry.writer = waiter }
            state.entries[socket] = entry
            armed = arm(socket, entry)
            state.nearest = min(state.nearest ?? waiter.deadline, waiter.deadline)
            mustRing = state.sleepsUntil.map { waiter.deadline < $0 } ?? false
        }
        displaced?.continuation.resume(returning: .cancelled)
        if !armed { cancel(id: waiter.id, socket, direction) }
        if mustRing { _ = eventfd_write(bell, 1) }
    }

    private func cancel(id: UInt64, _ socket: Int32, _ direction: Direction) {
        let waiter = state.withLock { state -> Waiter? in
            guard var entry = state.entries[socket], let waiter = entry.take(direction, id: id) else { return nil }
            state.entries[socket] = entry.isEmpty ? nil : entry
            return waiter
        }
        waiter?.continuation.resume(returning: .cancelled)
    }

    /// One shot: the kernel tells once, and the next wait arms again.
    private func arm(_ socket: Int32, _ entry: Entry) -> Bool {
        var mask = EPOLLONESHOT.rawValue
        if entry.reader != nil { mask |= EPOLLIN.rawValue | EPOLLRDHUP.rawValue }
        if entry.writer != nil { mask |= EPOLLOUT.rawValue }
        var event = epoll_event(events: mask, data: epoll_data_t(fd: socket))
        if epoll_ctl(poll, EPOLL_CTL_MOD, socket, &event) == 0 { return true }
        return epoll_ctl(poll, EPOLL_CTL_ADD, socket, &event) == 0
    }

    private func watch() {
        Thread.current.name = "socket-watch"
        var ready = [epoll_event](repeating: epoll_event(), count: Limits.readyBatch)
        while true {
            let now = ContinuousClock.now
            let until = state.withLock { state in
                let until = min(state.nearest ?? now + Limits.watchSleep, now + Limits.watchSleep)
                state.sleepsUntil = until
                return until
            }
            let milliseconds = max(0, (until - now) / .milliseconds(1)).rounded(.up)
            let count = Int(epoll_wait(poll, &ready, Int32(Limits.readyBatch), Int32(milliseconds)))
            var woken: [(Waiter, Outcome)] = []
            state.withLock { state in
                state.sleepsUntil = nil
                for event in ready.prefix(max(0, count)) { collect(event, &state, &woken) }
                expire(&state, &woken)
            }
            for (waiter, outcome) in woken { waiter.continuation.resume(returning: outcome) }
        }
    }

    private func collect(_ event: epoll_event, _ state: inout State, _ woken: inout [(Waiter, Outcome)]) {
        let socket = event.data.fd
        if socket == bell {
            var value: eventfd_t = 0
            _ = eventfd_read(bell, &value)
            return
        }
        guard var entry = state.entries[socket] else { return }
        let isBroken = event.events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0
        if isBroken || event.events & (EPOLLIN.rawValue | EPOLLRDHUP.rawValue) != 0,
            let waiter = entry.take(.readable)
        {
            woken.append((waiter, .ready))
        }
        if isBroken || event.events & EPOLLOUT.rawValue != 0, let waiter = entry.take(.writable) {
            woken.append((waiter, .ready))
        }
        state.entries[socket] = entry.isEmpty ? nil : entry
        if !entry.isEmpty { _ = arm(socket, entry) }
    }

    private func expire(_ state: inout State, _ woken: inout [(Waiter, Outcome)]) {
        let now = ContinuousClock.now
        guard let nearest = state.nearest, nearest <= now else { return }
        var next: ContinuousClock.Instant?
        for (socket, var entry) in state.entries {
            for direction in [Direction.readable, .writable] {
                guard let waiter = direction == .readable ? entry.reader : entry.writer else { continue }
                if waiter.deadline <= now {
                    _ = entry.take(direction)
                    woken.append((waiter, .timedOut))
                } else {
                    next = min(next ?? waiter.deadline, waiter.deadline)
                }
            }
            state.entries[socket] = entry.isEmpty ? nil : entry
        }
        state.nearest = next
    }
}
