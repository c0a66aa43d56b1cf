/// The control words of RTF that are text, and those that begin something else.
enum RTFWords {
    static let text: [String: String] = [
        "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "cell": " | ", "nestcell": " | ",
        "nestrow": "\n", "tab": "\t", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ",
        "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    ]

    /// Destinations whose content nobody reads, apart from those marked with `\*`.
    static let destinations: Set<String> = [
        "author", "colortbl", "comment", "company", "creatim", "doccomm", "filetbl", "fontemb", "footer", "footerf",
        "footerl", "footerr", "footnote", "ftncn", "ftnsep", "header", "headerf", "headerl", "headerr", "info",
        "keywords", "listtable", "mhtmltag", "nonshppict", "objdata", "operator", "pict", "printim", "revtim", "revtbl",
        "stylesheet", "subject", "title", "txe", "xe",
    ]
}
