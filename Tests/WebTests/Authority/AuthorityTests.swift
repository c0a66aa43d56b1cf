import Foundation
import Testing
import Web

/// Who may do what (privacy.md), walked through the doors: every route × everybody who can come, and every command.
///
/// `Sources/Desk/Desk.docc/Authority.md` is made here and compared here. After adding a route or a command:
///
///     TICKETD_WRITE_AUTHORITY=1 swift test --filter AuthorityTests
///
/// and look at the difference: it says who may do what is new. A new route that needs a body or a thing to be there
/// gets it in `RouteSample`.
struct AuthorityTests {
    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let page = root.appending(path: "Sources/Desk/Desk.docc/Authority.md")

    @Test func `what everybody may do is what the page says`() async throws {
        let table = try await AuthorityTable()
        for row in table.rows {
            #expect(row.isReached, "nobody is let in by the sample of \(row.route): \(row.answers); see RouteSample")
            #expect(row.isClear, "the sample of \(row.route) is answered \(row.answers); see RouteSample")
        }
        let commands = try CommandRoutes(root: Self.root, routes: SiteTester().site.routes)
        #expect(commands.strays.isEmpty)
        #expect(commands.commands.count > 20)
        let page = Self.text(table, commands)
        if ProcessInfo.processInfo.environment["TICKETD_WRITE_AUTHORITY"] != nil {
            try page.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: Self.page, encoding: .utf8)
        #expect(
            written == page,
            """
            The routes or commands are others than Authority.md says, or are open to others. If that is meant, run \
            `TICKETD_WRITE_AUTHORITY=1 swift test --filter AuthorityTests` and look at the difference.
            """)
    }

    private static func text(_ table: AuthorityTable, _ commands: CommandRoutes) -> String {
        """
        # Authority

        Who may do what. This page is made by a test that sends every request of the table to a desk of its own;
        `TICKETD_WRITE_AUTHORITY=1 swift test --filter AuthorityTests` makes it anew.

        Every verb of ``Helpdesk`` takes a ``Principal`` and decides by it; routes decide nothing. What one may not see
        is 404, as if it were not there. A list answers everybody who may ask for it, and shows only what one may see.

        | Who | What |
        |---|---|
        | nobody | no token, over TCP |
        | local user | a user of this machine on the admin socket whom nobody named to be an agent |
        | agent, admin, dpo | an agent of that role (``AgentRole``), on the admin socket as a local user |
        | agent elsewhere | an agent bound to another mailbox than the ticket's |
        | operator | root, or the user the daemon runs as, on the admin socket: an admin, never the DPO |
        | `tickets:read` … | an API token of this one scope; `elsewhere` is bound to another mailbox |

        ## Routes

        `yes` is allowed, 401 unknown, 403 known and not allowed, 404 not there for this one.

        \(table.text)

        ## Commands

        A command may do what its routes let its caller do. Commands without routes work without the daemon, or ask
        only whether it is alive.

        \(commands.text)

        """
    }
}
