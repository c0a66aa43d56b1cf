import Testing

@testable import ticketd

struct TOMLLineIndexTests {
    private static let text = #"""
        # a comment with [brackets] and "quotes"
        top = 1
        [a.b] # comment
          key = """
        two
        lines with "quotes" and [x] = y"""
        'quoted key' = 'it''s'
        deep.er = {x = 1, y = [1, {z = "}"}]}
        [[list]]
        n = [
          "one", # first
          [2, 3],
        ]
        [[list]]
        n = '''
        raw \'''
        m = 1979-05-27T07:32:00Z
        [list.sub]
        k = "a\"b"
        last = true
        """#.replacing("'it''s'", with: "'its'")

    @Test(arguments: [
        (["top"], 2), (["a", "b"], 3), (["a", "b", "key"], 4), (["a", "b", "quoted key"], 7),
        (["a", "b", "deep", "er"], 8),
        (["a", "b", "deep", "er", "y", "1", "z"], 8), (["list", "0"], 9), (["list", "0", "n"], 10),
        (["list", "0", "n", "0"], 11), (["list", "0", "n", "1", "1"], 12), (["list", "1"], 14),
        (["list", "1", "n"], 15),
        (["list", "1", "m"], 17), (["list", "1", "sub"], 18), (["list", "1", "sub", "k"], 19),
        (["list", "1", "sub", "last"], 20), (["list", "1", "sub", "absent"], 18), (["absent"], 1),
    ])
    func `every key has the line it stands on`(path: [String], line: Int) throws {
        let bytes = Array(Self.text.utf8)
        // The index may only be trusted on what the parser accepts.
        _ = try TOMLDocument(bytes, path: "test")
        #expect(TOMLLineIndex(bytes).line(of: path) == line)
    }
}
