import Testing

@testable import Mail

@Suite struct TextSafetyTests {
    @Test func `P17 a terminal shows what it would have obeyed`() {
        #expect(TextSafety.forTerminal("a\u{1B}[31m\tb\nc\r\u{9B}") == "a\\u{1B}[31m\tb\nc\\u{D}\\u{9B}")
        #expect(
            TextSafety.forTerminal("\u{202E}\u{2066}\u{200F}\u{FEFF}\u{AD}")
                == "\\u{202E}\\u{2066}\\u{200F}\\u{FEFF}\\u{AD}")
        #expect(TextSafety.forTerminal("grüß 👨‍👩‍👧 می‌خواهم") == "grüß 👨‍👩‍👧 می‌خواهم")
    }

    @Test func `one line stays one line`() {
        #expect(TextSafety.singleLine("a\nb\tc\r\u{85}\u{2028}") == "a\\nb\\tc\\u{D}\\u{85}\\u{2028}")
    }

    @Test func `markup becomes text`() {
        #expect(
            TextSafety.forHTML("<a href='x'>&\"`</a>\u{0}")
                == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;&#96;&lt;/a&gt;\\u{0}")
    }

    @Test func `the description of no tag is left hidden`() {
        #expect(TextSafety.singleLine("\u{E0041}\u{E007F}") == "\\u{E0041}\\u{E007F}")
    }
}
