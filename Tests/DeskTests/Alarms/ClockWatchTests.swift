import Desk
import DeskTesting
import Foundation
import Testing

struct ClockWatchTests {
    @Test(arguments: [(-3600.0, 3600), (3600.0, 3600), (31.0, 31), (86_400.0 * 3650, 315_360_000)])
    func `a jump of the wall clock is seen and measured`(by seconds: Double, count: Int) {
        let clock = TestWorld()
        var watch = ClockWatch(wall: clock.now, monotonic: clock.monotonic)
        clock.advance(by: .seconds(10))
        #expect(watch.look(wall: clock.now, monotonic: clock.monotonic) == nil)
        clock.setClock(to: clock.now + seconds)
        #expect(watch.look(wall: clock.now, monotonic: clock.monotonic) == count)
    }

    @Test func `a small step and a long time are none`() {
        let clock = TestWorld()
        var watch = ClockWatch(wall: clock.now, monotonic: clock.monotonic)
        clock.setClock(to: clock.now + 29)
        #expect(watch.look(wall: clock.now, monotonic: clock.monotonic) == nil)
        clock.advance(by: .seconds(30 * 86_400))
        #expect(watch.look(wall: clock.now, monotonic: clock.monotonic) == nil)
    }

    @Test func `a jump is remembered for an hour that no clock can shorten`() {
        let clock = TestWorld()
        var watch = ClockWatch(wall: clock.now, monotonic: clock.monotonic)
        clock.setClock(to: clock.now + 7200)
        #expect(watch.look(wall: clock.now, monotonic: clock.monotonic) == 7200)
        clock.advance(by: .seconds(3600))
        #expect(watch.look(wall: clock.now, monotonic: clock.monotonic) == 7200)
        clock.advance(by: .seconds(1))
        #expect(watch.look(wall: clock.now, monotonic: clock.monotonic) == nil)
    }
}
