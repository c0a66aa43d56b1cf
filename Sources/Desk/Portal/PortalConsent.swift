/// A consent as its person sees it on their own page: what to, in which words, and whether it stands.
package struct PortalConsent: Sendable, Equatable {
    package var purpose: ShortName
    package var title: String
    /// The exact words it was given to; nil where they cannot be shown.
    package var text: ConsentText?
    /// nil while the person's data is withheld (Art. 18): that it stands is known, and can be ended, all the same.
    package var record: ConsentRecord?

    package init(purpose: ShortName, title: String, text: ConsentText?, record: ConsentRecord?) {
        self.purpose = purpose
        self.title = title
        self.text = text
        self.record = record
    }

    package var isGranted: Bool { record?.isGranted ?? true }
}
