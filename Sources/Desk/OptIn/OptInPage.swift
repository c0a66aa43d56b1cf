/// What the page behind a link of double opt-in shows. Looking at it changes nothing (P13).
package struct OptInPage: Sendable, Equatable {
    package var language: Language
    package var serviceName: String
    package var wish: OptInWish
    package var isConfirmed: Bool
    /// What is consented to, in the words the form showed.
    package var text: ConsentText?
    /// The consent was taken back since.
    package var isWithdrawn: Bool

    package init(
        language: Language, serviceName: String, wish: OptInWish, isConfirmed: Bool, text: ConsentText? = nil,
        isWithdrawn: Bool = false
    ) {
        self.language = language
        self.serviceName = serviceName
        self.wish = wish
        self.isConfirmed = isConfirmed
        self.text = text
        self.isWithdrawn = isWithdrawn
    }
}
