import Testing

@testable import ticketd

struct OperatorErrorTests {
    @Test(
        arguments: [
            ("no such file", "a.eml", "Check the path.", "no such file: a.eml. Check the path."),
            ("no such file", "", "Check the path.", "no such file. Check the path."),
            (
                "No such ticket", "Ticket 9 does not exist. Check the number.", "",
                "No such ticket: Ticket 9 does not exist. Check the number."
            ),
        ])
    func `an error reads as sentences, each with one full stop`(
        what: String, thing: String, remedy: String, expected: String
    ) {
        #expect(OperatorError(what, thing: thing, remedy: remedy, exitCode: .usage).description == expected)
    }
}
