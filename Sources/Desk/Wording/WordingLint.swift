import Mail

/// What a text must not say before it goes to many people. Looked at when it is saved: nobody finds out by mail.
///
/// It finds what can be found by looking at words. That a text passes does not make it lawful.
package enum WordingLint {
    package static func problems(of text: String) -> [TextTemplate.Problem] {
        var problems = TextTemplate.read(text).problems
        var line = 0
        for content in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            line += 1
            problems += sentences(about: String(content)).map { TextTemplate.Problem(line: line, sentence: $0) }
        }
        problems += ConsentLint.sentences(about: text).map { TextTemplate.Problem(line: 1, sentence: $0) }
        return problems.sorted { $0.line < $1.line }
    }

    private static func sentences(about line: String) -> [String] {
        let lowered = line.lowercased()
        var found: [String] = []
        if lowered.contains("<img") || lowered.contains("<iframe") || lowered.contains("![") {
            found.append("an image from elsewhere tells its server who reads the mail; attach it instead")
        } else if lowered.firstMatch(of: /<\/?[a-z][a-z0-9]*(\s[^>]*)?\/?>/) != nil {
            found.append("mails are written as plain text, so tags would be read as they stand; leave them out")
        }
        if line.unicodeScalars.contains(where: { $0 != "\t" && TextSafety.isObeyed($0) }) {
            found.append("there are characters that cannot be seen; type the line anew")
        }
        if line.contains("☑") || line.contains("☒") || lowered.firstMatch(of: /\[\s*x\s*\]/) != nil {
            found.append("a box that is ticked already is no consent (Art. 4(11)); leave it empty")
        }
        for match in line.matches(of: /[hH][tT][tT][pP][sS]?:\/\/[^\s<>"]+/) {
            if let sentence = sentence(aboutLink: String(match.output).lowercased()) { found.append(sentence) }
        }
        return found
    }

    private static func sentence(aboutLink link: String) -> String? {
        let host = link.drop { $0 != "/" }.dropFirst(2).prefix { !"/?#:".contains($0) }
        let name = host.hasPrefix("www.") ? host.dropFirst(4) : host
        if shorteners.contains(String(name)) {
            return "a shortened link hides where it leads and counts who follows it; write the whole address"
        }
        if link.hasPrefix("http://"), name != "localhost", !name.hasPrefix("127.") {
            return "a link without TLS can be read on its way; write https"
        }
        if trackers.contains(where: { link.contains("?" + $0) || link.contains("&" + $0) }) {
            return "a link that says who follows it tracks people; take the parameters away"
        }
        if link.contains("/u/") {
            return "the way to unsubscribe is added to every mail by itself, one for each; leave this one out"
        }
        return nil
    }

    private static let shorteners: Set = [
        "bit.ly", "buff.ly", "cutt.ly", "goo.gl", "is.gd", "lnkd.in", "ow.ly", "rb.gy", "rebrand.ly", "shorturl.at",
        "t.co", "t.ly", "tiny.cc", "tinyurl.com", "v.gd",
    ]
    private static let trackers = ["utm_", "fbclid=", "gclid=", "mc_eid=", "mc_cid=", "msclkid=", "_hsenc="]
}
