import Foundation
import Testing

@testable import Store

@Suite struct InstanceLockTests {
    @Test func `the second daemon is told who holds the store, and the lock goes with its holder`() async throws {
        let fixture = try await StoreFixture()
        var first: InstanceLock? = try InstanceLock(directory: fixture.directory)
        #expect(first != nil)
        #expect(throws: InstanceLock.Failure.held(by: ProcessInfo.processInfo.processIdentifier)) {
            _ = try InstanceLock(directory: fixture.directory)
        }
        first = nil
        _ = try InstanceLock(directory: fixture.directory)
    }

    @Test func `a directory that is not there cannot be locked`() {
        #expect(throws: InstanceLock.Failure.unusable(code: 2)) {
            _ = try InstanceLock(directory: "/nonexistent/\(UUID().uuidString)")
        }
    }
}
