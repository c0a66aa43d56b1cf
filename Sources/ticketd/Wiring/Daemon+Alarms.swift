import Curl
import Desk
import Foundation
import Post
import Store
import Vault

/// The way out of alarms: a connection of their own, and the operator's command.
extension Daemon {
    /// The book as the last run left it. A store that does not answer is an alarm itself and ends nothing here.
    func alarmBoard(_ store: Store) async throws(OperatorError) -> AlarmBoard {
        let directory = loaded.configuration.service.stateDirectory
        let board = AlarmBoard(room: { DiskSpace.room(at: directory) })
        do throws(StoreFailure) {
            board.restore(try await store.alarms())
        } catch {
            log(.alarmsNotKept(reason: error.word))
        }
        return board
    }

    func watching(_ loaded: LoadedConfiguration, _ desk: Helpdesk) -> Loop {
        let command = loaded.configuration.alerts.command.map { path in
            AlarmCommand(path: path, world: world, log: log)
        }
        let observer = AlarmObserver(log: log, metrics: metrics)
        let watch = AlarmWatch(
            desk: desk, courier: { alarmCourier(loaded, desk) },
            command: { notice in await command?.run(notice) ?? false }, report: observer.saw)
        return Loop(ending: .cancel) { () async throws(StoreFailure) in try await watch.watch() }
    }

    /// News of mail goes to staff over the first mailbox's server.
    func telling(_ loaded: LoadedConfiguration, _ desk: Helpdesk) -> Loop {
        let watch = NoticeWatch(
            desk: desk, rhythm: loaded.configuration.notify.when, zone: .current,
            courier: { firstCourier(loaded, desk) },
            report: { [log] messages, isTaken in log(.newsTold(messages: messages, isTaken: isTaken)) })
        return Loop(ending: .cancel) { () async throws(StoreFailure) in await watch.watch() }
    }

    /// Due dates of requests go where alarms go, and to the data protection officer.
    func reminding(_ loaded: LoadedConfiguration, _ desk: Helpdesk) -> Loop {
        let watch = RightsReminderWatch(
            desk: desk, courier: { alarmCourier(loaded, desk) },
            report: { [log] due, isTold in
                for one in due {
                    let id = one.deadline.id.object.bytes
                    log(.requestDue(request: id, stage: PublicWord(one.urgency), isTold: isTold))
                }
            })
        return Loop(ending: .cancel) { () async throws(StoreFailure) in await watch.watch() }
    }

    /// Tasks of the year go to the data protection officer.
    func remindingOfficer(_ loaded: LoadedConfiguration, _ desk: Helpdesk) -> Loop {
        let watch = OfficerReminderWatch(
            desk: desk, courier: { alarmCourier(loaded, desk) },
            report: { [log] due, isTold in log(.officerReminded(tasks: due, isTold: isTold)) })
        return Loop(ending: .cancel) { () async throws(StoreFailure) in await watch.watch() }
    }

    /// Where the logs end goes to the data protection officer by the way of alarms.
    func anchoring(_ loaded: LoadedConfiguration, _ desk: Helpdesk) -> Loop {
        let watch = AnchorWatch(
            desk: desk, courier: { alarmCourier(loaded, desk) },
            report: { [log] isTaken in log(.anchorMailed(isTaken)) })
        return Loop(ending: .cancel) { () async throws(StoreFailure) in await watch.watch() }
    }

    private func firstCourier(_ loaded: LoadedConfiguration, _ desk: Helpdesk) -> (any Courier)? {
        guard let first = loaded.configuration.mailboxes.first else { return nil }
        do throws(OperatorError) {
            let keeper = MailboxName(first.name.text).flatMap(desk.signIns.keeper)
            return try MailConnections(first, secrets: loaded.secrets, world: world, keeper: keeper).courier()
        } catch {
            return nil
        }
    }

    /// Made anew for each burst of mail; nil when there is no server to send by.
    func alarmCourier(_ loaded: LoadedConfiguration, _ desk: Helpdesk) -> (any Courier)? {
        let alerts = loaded.configuration.alerts
        guard let server = alerts.smtp else { return firstCourier(loaded, desk) }
        let sender = alerts.from ?? alerts.username ?? loaded.configuration.mailboxes.first?.address ?? ""
        let helloName = sender.split(separator: "@").last.map(String.init) ?? "localhost"
        let (secrets, user, password) = (loaded.secrets, alerts.username, alerts.password)
        return ServerEndpoint(server.url).flatMap { endpoint in
            SMTPCourier(
                endpoint, helloName: helloName, options: CurlConnection.Options(caFile: alerts.caFile)
            ) { () async throws(MailboxFailure) -> MailLogin in
                guard let user, let password else { return .none }
                do throws(SecretFailure) {
                    let bytes = try secrets.password(of: password)
                    return .password(user: user, password: String(decoding: bytes, as: UTF8.self))
                } catch {
                    throw .loginRefused
                }
            }
        }
    }
}
