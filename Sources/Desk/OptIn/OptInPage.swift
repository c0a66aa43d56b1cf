/// What the page behind a link of double opt-in shows. Looking at it changes nothing (P13).
package struct OptInPage: Sendable, Equatable {
    package var language: Language
    package var serviceName: String
    package var wish: OptInWish
    package var isConfirmed: Bool

    package init(language: Language, serviceName: String, wish: OptInWish, isConfirmed: Bool) {
        self.language = language
        self.serviceName = serviceName
        self.wish = wish
        self.isConfirmed = isConfirmed
    }
}
