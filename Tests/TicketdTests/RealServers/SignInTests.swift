import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// Signing in with tokens, against a real Dovecot that knows nothing else, an SMTP server, and a provider that the
    /// test owns.
    @Suite(.enabled(if: PostOffice.isOpen, PostOffice.closed))
    struct SignInTests {
        @Test(arguments: ["xoauth2", "oauthbearer"], PostOffice.Security.allCases)
        func `a mailbox is signed in by a device code, read and answered`(
            mechanism: String, security: PostOffice.Security
        ) throws {
            let scene = try SignInDesk(security, flow: "device", mechanism: mechanism)
            try scene.daemon.start()
            try scene.daemon.wait("the mailbox waits for somebody") {
                try scene.desk.mailbox()["problem"] as? String == "signInNeeded"
            }
            #expect(try scene.alarms() == ["mail-token-refused"])
            let run = try RunningProgram(
                DaemonProcess.binary,
                ["mailboxes", "login", "support", "--config", scene.daemon.configurationPath])
            let code = try run.waitForLine(containing: "and type this code:").split(separator: " ").last
            scene.provider.settle(userCode: String(try #require(code)))
            #expect(try run.waitForExit() == 0, "\(run.error)")
            #expect(run.output.contains("Mailbox support is signed in."))
            try scene.works("device-\(mechanism)-\(security.imap)", count: 1)
            #expect(try scene.alarms().isEmpty)
            let everything = scene.daemon.log + run.output + run.error
            for token in scene.provider.accessTokens + scene.provider.refreshTokens {
                #expect(!everything.contains(token))
            }
        }

        @Test(arguments: [false, true])
        func `a mailbox is signed in by a browser that comes back`(isPasted: Bool) throws {
            let scene = try SignInDesk(flow: "code")
            try scene.daemon.start()
            let run = try RunningProgram(
                DaemonProcess.binary,
                ["mailboxes", "login", "support", "--config", scene.daemon.configurationPath]
                    + (isPasted ? ["--paste"] : []))
            let page = try run.waitForLine(containing: scene.provider.authorizationURL)
            let back = try #require(scene.provider.consent(to: page.trimmingCharacters(in: .whitespaces)))
            if isPasted {
                try run.type(back + "\n")
            } else {
                let url = try #require(URLComponents(string: back))
                let port = try #require(url.port.flatMap { UInt16(exactly: $0) })
                let forged = try PlainHTTP.send("GET", "/?code=x&state=forged", at: .tcp(port))
                #expect(forged.status == 404)
                let seen = try PlainHTTP.send("GET", "/?\(url.percentEncodedQuery ?? "")", at: .tcp(port))
                #expect(seen.status == 200)
            }
            #expect(try run.waitForExit() == 0, "\(run.error)")
            try scene.works("code-\(isPasted)", count: 1)
            #expect(scene.provider.grants == ["authorization_code"])
        }

        @Test func `an application of one's own signs in by itself, and says when its secret is wrong`() throws {
            let scene = try SignInDesk(flow: "client")
            scene.provider.rule { $0.secret = "another" }
            try scene.daemon.start()
            try scene.daemon.wait("the refusal is told") { try scene.alarms() == ["mail-token-refused"] }
            #expect(try scene.login()["problem"] as? String == "invalid-client")
            let refused = try scene.daemon.run(
                ["mailboxes", "login", "support", "--config", scene.daemon.configurationPath])
            #expect(refused.status == 69 && refused.error.contains("invalid_client"))
            #expect(refused.error.contains("client_secret"))
            scene.provider.rule { $0.secret = "hush" }
            #expect(try scene.daemon.ticketd("mailboxes", "login", "support").contains("is signed in"))
            try scene.works("client", count: 1)
        }

        @Test func `a token that ended is replaced at the next connection, and the newest refresh token is kept`()
            throws
        {
            let scene = try SignInDesk(flow: "device")
            // A provider that takes each refresh token once.
            scene.provider.rule { $0.keepsOldRefreshTokens = false }
            try scene.daemon.start()
            try scene.signIn()
            try scene.works("rotate-0", count: 1)
            scene.provider.endAccessTokens()
            try scene.reconnect()
            try scene.daemon.wait("renewal") { scene.provider.accessTokens.count == 2 }
            try scene.works("rotate-1", count: 2)
            // What was kept is the newest: the next run renews with what this one got.
            try scene.daemon.stop()
            scene.provider.endAccessTokens()
            try scene.daemon.start()
            try scene.works("rotate-2", count: 3)
            #expect(
                scene.provider.grants.dropFirst().allSatisfy { $0 == "refresh_token" || $0.hasSuffix("device_code") })
            #expect(scene.provider.refreshTokens.count == 1)
        }

        @Test func `a sign-in that was taken back stops the mailbox with an alarm, and a new one starts it again`()
            throws
        {
            let scene = try SignInDesk(flow: "device")
            try scene.daemon.start()
            try scene.signIn()
            try scene.works("revoke-0", count: 1)
            scene.provider.revoke()
            try scene.reconnect()
            try scene.daemon.wait("the mailbox stops") {
                let mailbox = try scene.desk.mailbox()
                return mailbox["state"] as? String == "stopped" && mailbox["problem"] as? String == "signInNeeded"
            }
            #expect(try scene.alarms() == ["mail-token-refused"])
            #expect(try scene.login()["problem"] as? String == "invalid-grant")
            let list = try scene.daemon.ticketd("mailboxes", "list")
            #expect(list.contains("invalid_grant") && list.contains("ticketd mailboxes login support"))
            // It asks nobody again: a revoked account is not knocked at.
            let asked = scene.provider.grants.count
            let check = try scene.daemon.run(["check", "--config", scene.daemon.configurationPath])
            #expect(check.output.contains("it is not signed in") && scene.provider.grants.count == asked)
            try scene.desk.ask("revoke-1", subject: "While it was out")
            try scene.signIn()
            try scene.daemon.wait("what came meanwhile") { try scene.daemon.tickets().count == 2 }
            #expect(try scene.alarms().isEmpty)
        }

        @Test func `that a token cannot be renewed is an alarm before mail stops, and gone when it can`() throws {
            let scene = try SignInDesk(flow: "device")
            scene.provider.rule { $0.life = 4 }
            try scene.daemon.start()
            try scene.signIn()
            let refusals = (status: 503, body: #"{"error":"temporarily_unavailable"}"#)
            scene.provider.rule { $0.interruptions = Array(repeating: refusals, count: 50) }
            try scene.daemon.wait("the alarm") { try scene.alarms() == ["mail-token-ending"] }
            #expect(try scene.login()["problem"] as? String == "provider-unreachable")
            #expect(try scene.desk.mailbox()["state"] as? String == "idle")
            scene.provider.rule {
                $0.interruptions = []
                $0.life = 3600
            }
            try scene.reconnect()
            try scene.daemon.wait("it is renewed") { try scene.login()["failingSince"] is NSNull }
            #expect(try scene.alarms().isEmpty)
            try scene.works("ending", count: 1)
        }

        /// t1: the answer was read, nothing written. t2: written.
        @Test(arguments: [("g1", true, "signed-in"), ("g1", false, "refused"), ("g2", false, "signed-in")])
        func `a kill in the middle of a renewal costs a sign-in only where each refresh token is good once`(
            point: String, keepsOld: Bool, state: String
        ) throws {
            let scene = try SignInDesk(flow: "device")
            try scene.daemon.start()
            try scene.signIn()
            try scene.daemon.stop()
            scene.provider.rule { $0.keepsOldRefreshTokens = keepsOld }
            scene.provider.endAccessTokens()
            try scene.daemon.start(fault: point, waits: false)
            #expect(try scene.daemon.waitForExit() == 128 + 9)
            if point == "g1" { scene.provider.endAccessTokens() }
            try scene.daemon.start()
            try scene.daemon.wait("the sign-in is \(state)") { try scene.login()["state"] as? String == state }
            if state == "signed-in" {
                try scene.works("kill-\(point)-\(keepsOld)", count: 1)
            } else {
                #expect(try scene.alarms() == ["mail-token-refused"])
                try scene.signIn()
                try scene.works("kill-\(point)-\(keepsOld)", count: 1)
            }
        }
    }
}
