#if DEBUG
    import Testing

    @testable import Mail

    /// What doubles in size may cost twice as much and no more. Steps are counted, not time: the same on every machine.
    ///
    /// The limits are lifted, so that it is the algorithms that are measured; only the depth keeps its bound, which is
    /// what makes it cheap.
    @Suite struct GrowthTests {
        struct Dimension: CustomTestStringConvertible, Sendable {
            let testDescription: String
            let size: Int
            let text: @Sendable (Int) -> String

            init(_ name: String, _ size: Int = 100, _ text: @escaping @Sendable (Int) -> String) {
                testDescription = name
                self.size = size
                self.text = text
            }
        }

        static let dimensions = headers + addresses + words + structure + bodies + html

        private static let headers = [
            Dimension("header fields") { many("X-A: b\n", $0) + "\nbody" },
            Dimension("the same field over and over") { many("To: a@b.example\nSubject: x\n", $0) + "\n" },
            Dimension("folded lines") { "Subject: a\n" + many(" b\n", $0) + "\n" },
            Dimension("lines that are no fields") { "A: b\n" + many("x\nC: d\n", $0) + "\n" },
            Dimension("identifiers") { "References: " + many("<id@a.example>\n ", $0) + "\n" },
            Dimension("open identifiers") {
                "Message-ID: " + many("<", $0) + "\nReferences: " + many("<", $0) + "\n\n"
            },
            Dimension("parameters") { n in
                "Content-Type: text/plain" + (0..<n).map { "; p\($0)=v" }.joined() + "\n\n"
            },
            Dimension("continued parameters") { n in
                "Content-Disposition: attachment" + (0..<n).map { ";\n filename*\($0)*=%61" }.joined() + "\n\n"
            },
            Dimension("an open quote in a parameter") {
                "Content-Type: text/plain; name=\"" + many("\\\"", $0) + "\n\n"
            },
            Dimension("digits and comments in a date") { "Date: " + many("9", $0) + many("(", $0) + "\n\n" },
        ]

        private static let addresses = [
            Dimension("addresses") { "To: " + many("\"A B\" <a@b.example>,\n ", $0) + "\n" },
            Dimension("bare words and commas") { "From: " + many("a, ", $0) + many(",", $0) + "\n\n" },
            Dimension("open comments") { "From: " + many("(a ", $0) + "\n\n" },
            Dimension("nested comments") { "From: " + many("(", $0) + many(")", $0) + " a@b.example\n\n" },
            Dimension("open angles") { "From: " + many("<a,", $0) + "\n\n" },
            Dimension("open angles and quotes") { "From: " + many("<\"", $0) + "\n\n" },
            Dimension("groups") { "From: " + many("g:", $0) + many(";", $0) + "\n\n" },
            Dimension("quoted words") { "From: " + many("\"a\" ", $0) + "<a@b.example>\n\n" },
            Dimension("brackets") { "From: " + many("[", $0) + "\n\n" },
            Dimension("undeclared octets") { "From: " + many("J\u{FC}rgen <j@b.example>, ", $0) + "\n\n" },
        ]

        private static let words = [
            Dimension("encoded words") { "Subject: " + many("=?utf-8?Q?=C3=BC?= ", $0) + "\n\n" },
            Dimension("encoded words of cut characters") {
                "Subject: " + many("=?utf-8?Q?=C3?= =?utf-8?B?vA==?= ", $0) + "\n\n"
            },
            Dimension("encoded words that do not end") { "Subject: " + many("=?utf-8?Q?a", $0) + "\n\n" },
            Dimension("encoded words in addresses") { "From: " + many("=?utf-8?Q?=C3=BC?=,", $0) + "\n\n" },
            Dimension("question marks") { "Subject: =?" + many("?", $0) + "\n\n" },
        ]

        private static let structure = [
            Dimension("parts") { mixed + many("--b\n\nx\n", $0) + "--b--\n" },
            Dimension("parts with headers") {
                mixed
                    + many("--b\nContent-Type: a/b; name=a\nContent-Transfer-Encoding: base64\n\neA==\n", $0)
                    + "--b--\n"
            },
            Dimension("parts whose charset nobody knows") {
                many("X: \u{FC}\n", $0) + mixed + many("--b\nContent-Type: text/plain; charset=x\n\n\u{FC}\n", $0)
            },
            Dimension("depth of multiparts", 16) { n in
                (0..<n).map { "Content-Type: multipart/mixed; boundary=n\($0)\n\n--n\($0)\n\nx\n--n\($0)\n" }.joined()
                    + "\nbottom\n" + (0..<n).reversed().map { "--n\($0)--\n" }.joined()
            },
            Dimension("depth of messages", 16) {
                many("Content-Type: message/rfc822\n\n", $0) + "Subject: x\n\nbottom"
            },
            Dimension("lines like delimiters, deep inside") { n in
                (0..<60).map { "Content-Type: multipart/mixed; boundary=n\($0)\n\n--n\($0)\n" }.joined()
                    + "\n" + many("--nx\n", n)
            },
        ]

        private static let bodies = [
            Dimension("base64 and noise") { "Content-Transfer-Encoding: base64\n\n" + many("QUJD!", $0) },
            Dimension("soft breaks") { quoted + many("=\n", $0) },
            Dimension("escapes and trailing space") { quoted + many("=C3=BC  \n", $0) },
            Dimension("escapes of ISO-2022-JP") { n in
                "Content-Type: text/plain; charset=iso-2022-jp\n\n" + many("\u{1B}$B$\"\u{1B}(B", n)
            },
            Dimension("text of no declared charset") { "\n" + many("\u{FC}\u{E4} a ", $0) },
            Dimension("uuencoded blocks") { "\n" + many("begin 644 a\n#86)C\n`\nend\n", $0) },
        ]

        private static let html = [
            Dimension("depth of HTML", 16) { hypertext + many("<div><b>", $0) + "x" + many("</b></div>", $0) },
            Dimension("depth of lists", 16) { hypertext + many("<ul><li>a", $0) },
            Dimension("tags that do not end") { hypertext + many("<a href=\"", $0) },
            Dimension("end tags of nothing", 50) { hypertext + many("<p><b>x</i></u></div>", $0) },
            Dimension("comments that do not end") { hypertext + many("<!-- <script> ", $0) },
            Dimension("entities") { hypertext + many("&amp;&notanentity;&#x41;", $0) },
            Dimension("rows and cells") { hypertext + "<table>" + many("<tr><td>a<td>b", $0) },
        ]

        private static let mixed = "Content-Type: multipart/mixed; boundary=b\n\n"
        private static let quoted = "Content-Transfer-Encoding: quoted-printable\n\n"
        private static let hypertext = "Content-Type: text/html\n\n"

        @Test(arguments: dimensions)
        func `twice the size costs twice the steps`(dimension: Dimension) {
            let sizes = [1, 2, 4].map { dimension.size * $0 }
            let costs = sizes.map { size in steps(dimension.text(size)) }
            // Differences, because what every message costs does not double. 2 is linear, 4 is quadratic.
            let growth = Double(costs[2] - costs[1]) / Double(max(1, costs[1] - costs[0]))
            #expect(costs[1] - costs[0] >= dimension.size, "the steps are not counted: \(costs)")
            #expect(growth < 2.3, "steps \(costs) at sizes \(sizes)")
        }

        /// Everything a program may ask of a message, once.
        private func steps(_ text: String) -> Int {
            let tally = Steps.Tally()
            Steps.$tally.withValue(tally) {
                let message = MessageParser(limits: lifted).parse(text.unicodeScalars.map { UInt8($0.value & 0xFF) })
                _ = LeavesReport(id: "x", message: message).json
                _ = ParseReport(message: message, sha256: { _ in "" }).json
                for name in Set(message.headerNames) { _ = message.headers(name) }
            }
            return tally.count
        }

        private var lifted: Limits {
            var limits = Limits.standard
            limits.headerFields = 1_000_000
            limits.headerOctets = 1 << 30
            limits.fieldOctets = 1 << 30
            limits.addresses = 1_000_000
            limits.messageIDs = 1_000_000
            limits.parameters = 1_000_000
            limits.parts = 1_000_000
            limits.unpackedFiles = 1_000_000
            return limits
        }

        private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    }
#endif
