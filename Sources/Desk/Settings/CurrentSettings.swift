import Synchronization

/// The settings in force. A reload puts a whole new set in place; whoever reads sees the old or the new one, whole.
package final class CurrentSettings: Sendable {
    private let settings: Mutex<DeskSettings>

    package init(_ settings: DeskSettings) {
        self.settings = Mutex(settings)
    }

    package var value: DeskSettings {
        settings.withLock { $0 }
    }

    /// What the notice takes from the registers stays: it is no setting.
    package func replace(by settings: DeskSettings) {
        self.settings.withLock { current in
            let notice = current.notice
            current = settings
            current.notice = notice
        }
    }

    package func replaceNotice(_ notice: NoticeSources) {
        settings.withLock { $0.notice = notice }
    }
}
