import Testing

@testable import Mail

@Suite struct EncodedWordsTests {
    static let values: [(String, String)] = [
        ("plain", "plain"),
        ("=?utf-8?Q?gr=C3=BC=C3=9F?=", "grüß"),
        ("=?UTF-8?b?Z3LDvMOf?=", "grüß"),
        ("=?iso-8859-1*de?q?a_b?=", "a b"),
        ("=?utf-8?Q?a?= =?utf-8?Q?b?=", "ab"),
        ("=?utf-8?Q?a?=\t \t=?iso-8859-1?Q?=E4?=", "aä"),
        ("a =?utf-8?Q?b?= c =?utf-8?Q?d?=", "a b c d"),
        ("=?utf-8?Q?=F0=9F?= =?utf-8?Q?=92=A9?=", "💩"),
        ("=?utf-8?B?8J+S?= =?utf-8?Q?=A9?=", "💩"),
        ("=?utf-8?B?8J+S?= =?iso-8859-1?B?qQ==?=", "\u{FFFD}©"),
        ("=?utf-8?Q?a b?=", "a b"),
        ("x=?utf-8?Q?a?=y", "xay"),
        ("=?utf-8?Q??=", ""),
        ("=?utf-8?X?a?=", "=?utf-8?X?a?="),
        ("=??Q?a?=", "=??Q?a?="),
        ("=?utf-8?Q?a", "=?utf-8?Q?a"),
        ("=?utf-8?Q?=3D=3Futf-8=3FQ=3Fa=3F=3D?=", "=?utf-8?Q?a?="),
        ("=?us-ascii?B?VGVz===dA==?=", "Test"),
        ("=?iso-2022-jp?B?GyRCJDMbKEI=?=", "こ"),
    ]

    @Test(arguments: values)
    func `header text is decoded as its sender meant it`(text: String, expected: String) {
        #expect(EncodedWords.decode(Array(text.utf8), .guessed) == expected)
    }
}
