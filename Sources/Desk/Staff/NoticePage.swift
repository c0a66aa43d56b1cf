/// What the settings page of one recipient of staff mail shows. It does not name the address: whoever finds a link
/// learns nothing.
package struct NoticePage: Sendable, Equatable {
    package var language: Language
    package var serviceName: String
    package var isMuted: Bool
    /// Nobody else hears of warnings: they cannot be muted.
    package var isLast: Bool

    package init(language: Language, serviceName: String, isMuted: Bool, isLast: Bool) {
        self.language = language
        self.serviceName = serviceName
        self.isMuted = isMuted
        self.isLast = isLast
    }
}
