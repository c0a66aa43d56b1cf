internal import Mail
internal import Mustache

/// Hands every value of a page to the one encoder for HTML, elements and quoted attributes alike (P17).
///
/// The library's own encoder goes by character and lets `"` or `<` pass when a combining mark follows, because both
/// together are one character to Swift and still two to a browser.
struct PageEncoder: MustacheContentType {
    static let name = "PAGE"
    static let pragma = "{{% CONTENT_TYPE:PAGE}}"

    func escapeText(_ text: String) -> String {
        TextSafety.forHTML(text)
    }
}
