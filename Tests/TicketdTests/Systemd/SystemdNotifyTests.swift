import Foundation
import Testing

@testable import ticketd

struct SystemdNotifyTests {
    /// A socket as systemd holds it: bound to a path or an abstract name.
    final class Supervisor: Sendable {
        private let descriptor: Int32

        init(_ name: [UInt8]) throws {
            descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
            let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
            let result = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
            }
            try #require(result == 0)
        }

        deinit { close(descriptor) }

        /// The next datagram; a datagram that was sent on this machine is there already.
        var next: String? {
            var buffer = [UInt8](repeating: 0, count: 4_096)
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
        }
    }

    private func notify(_ socket: String, _ more: [String: String] = [:]) -> SystemdNotify {
        SystemdNotify(
            environment: more.merging(["NOTIFY_SOCKET": socket]) { own, _ in own }, process: 77,
            monotonicMicroseconds: { 123_456 })
    }

    @Test func `every message reaches the socket as systemd reads it`() throws {
        let folder = try TemporaryFolder()
        let supervisor = try Supervisor(Array(folder.path("notify").utf8) + [0])
        let notify = notify(folder.path("notify"))
        let status = LogEvent.started(version: "1", mailboxes: 2)
        #expect(notify.isSupervised)
        #expect(notify.ready(status) == .sent)
        #expect(supervisor.next == "READY=1\nSTATUS=ticketd is serving version=1 mailboxes=2")
        #expect(notify.status(.stopping) == .sent)
        #expect(supervisor.next == "STATUS=ticketd is stopping")
        #expect(notify.reloading() == .sent)
        #expect(supervisor.next == "RELOADING=1\nMONOTONIC_USEC=123456")
        #expect(notify.alive() == .sent)
        #expect(supervisor.next == "WATCHDOG=1")
        #expect(notify.extendTimeout(by: .milliseconds(1_500)) == .sent)
        #expect(supervisor.next == "EXTEND_TIMEOUT_USEC=1500000")
        #expect(notify.stopping() == .sent)
        #expect(supervisor.next == "STOPPING=1")
        #expect(supervisor.next == nil)
    }

    @Test func `an abstract socket is reached by its name`() throws {
        let name = "ticketd-test-\(getpid())"
        let supervisor = try Supervisor([0] + Array(name.utf8))
        #expect(notify("@" + name).alive() == .sent)
        #expect(supervisor.next == "WATCHDOG=1")
    }

    @Test func `without a supervisor nothing is sent, and a vanished one is an outcome`() throws {
        let folder = try TemporaryFolder()
        #expect(SystemdNotify(environment: [:]).alive() == .unsupervised)
        for odd in ["", "/", "@", "vsock:2:1", "relative", "/" + String(repeating: "x", count: 107)] {
            #expect(notify(odd).alive() == .unsupervised, "\(odd)")
        }
        #expect(notify(folder.path("gone")).alive() == .failed(code: ENOENT))
        #expect(!SystemdNotify(environment: [:]).isSupervised)
    }

    @Test(arguments: [
        (["WATCHDOG_USEC": "60000000"], 30), (["WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "77"], 30),
        (["WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "78"], nil), (["WATCHDOG_USEC": "0"], nil),
        (["WATCHDOG_USEC": "soon"], nil), ([:], nil),
    ])
    func `the watchdog is fed twice in the time it grants, when it is ours`(
        environment: [String: String], seconds: Int?
    ) {
        #expect(notify("/x", environment).watchdogInterval == seconds.map { .seconds($0) })
    }

    @Test func `the clock is the one systemd compares with`() throws {
        let folder = try TemporaryFolder()
        let supervisor = try Supervisor(Array(folder.path("n").utf8) + [0])
        var before = timespec(), after = timespec()
        clock_gettime(CLOCK_MONOTONIC, &before)
        SystemdNotify(environment: ["NOTIFY_SOCKET": folder.path("n")]).reloading()
        clock_gettime(CLOCK_MONOTONIC, &after)
        let sent = try #require(supervisor.next?.split(separator: "=").last.flatMap { Int($0) })
        #expect(sent >= before.tv_sec * 1_000_000 + before.tv_nsec / 1_000)
        #expect(sent <= after.tv_sec * 1_000_000 + after.tv_nsec / 1_000)
    }
}
