package import Foundation
package import Mail

/// What is corrected of who somebody is (Art. 16). Texts are not rewritten: they are what was said.
package struct Rectification: Sendable, Equatable {
    package var name: String?
    package var address: EmailAddress?

    package init(name: String? = nil, address: EmailAddress? = nil) {
        self.name = name
        self.address = address
    }

    package func validate() throws(DeskRefusal) {
        guard name != nil || address != nil else {
            throw .invalid(field: "name", expected: "a name or an address to correct")
        }
        if let name {
            guard name.contains(where: { !$0.isWhitespace }), name.utf8.count <= Limits.lineBytes, name.isOneLine else {
                throw .invalid(field: "name", expected: "one line of 1–\(Limits.lineBytes) bytes")
            }
        }
    }
}

/// What the person says about a message, kept beside it: a text that was said stays as it was said.
package struct Statement: Sendable, Equatable {
    package var text: String
    /// To the minute.
    package var at: Date
    /// Who took it down.
    package var author: String

    package init(text: String, at: Date, author: String) {
        self.text = text
        self.at = at
        self.author = author
    }
}
