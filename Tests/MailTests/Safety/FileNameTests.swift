import Testing

@testable import Mail

@Suite struct FileNameTests {
    static let names: [(String, String?)] = [
        ("report.pdf", "report.pdf"),
        ("../../etc/cron.d/x", "x"),
        ("C:\\Users\\a\\b.txt", "b.txt"),
        ("a/", "a"),
        (".htaccess", "htaccess"),
        ("\u{200B}.htaccess", "htaccess"),
        (".\u{200B}.\u{200B}/\u{200B}..", nil),
        ("a\u{202E}fdp.exe", "afdp.exe"),
        ("a\0.txt", "a.txt"),
        ("a\r\nb.txt", "ab.txt"),
        ("a<b>:\"|?*.txt", "a_b______.txt"),
        ("con.txt", "_con.txt"),
        ("LPT1", "_LPT1"),
        ("company.txt", "company.txt"),
        ("name. . ", "name"),
        ("  name ", "name"),
        ("..", nil),
        ("", nil),
        ("\u{FEFF}", nil),
        ("u\u{308}.txt", "ü.txt"),
        ("👨‍👩‍👧.png", "👨👩👧.png"),
        (String(repeating: "a", count: 300) + ".pdf", String(repeating: "a", count: 116) + ".pdf"),
        (String(repeating: "ü", count: 300), String(repeating: "ü", count: 60)),
        (
            String(repeating: "a", count: 115) + "." + String(repeating: "b", count: 40),
            String(repeating: "a", count: 115) + ".bbbb"
        ),
    ]

    @Test(arguments: names)
    func `a file name keeps what can be shown and nothing that can be obeyed`(name: String, expected: String?) {
        #expect(FileName.cleaned(name) == expected)
        if let expected { #expect(FileName.cleaned(expected) == expected) }
    }
}
