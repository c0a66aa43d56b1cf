import Testing

/// All tests that run the real binary, one after the other: each waits on its own thread, and two that wait at once
/// would leave the test runner's small pool without any.
@Suite(.serialized)
enum ProcessTests {}
