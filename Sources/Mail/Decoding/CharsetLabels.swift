/// The labels of the WHATWG Encoding Standard §4.2, with those that mail adds, mapped to what they mean in practice:
/// `gb2312` is read as GB 18030, `ks_c_5601-1987` as code page 949, `iso-8859-1` as windows-1252.
enum CharsetLabels {
    /// Labels are looked up with `_` written as `-`.
    static let byLabel: [String: Charset] = {
        var table: [String: Charset] = [:]
        for row in rows {
            let charset = Charset(name: row.name, kind: row.kind, converter: row.converter)
            for label in row.labels.split(separator: " ") { table[String(label)] = charset }
            table[row.name] = charset
        }
        return table
    }()

    private struct Row {
        let name: String
        let kind: Charset.Kind
        let converter: String
        let labels: String

        init(_ name: String, _ kind: Charset.Kind, _ converter: String, _ labels: String) {
            self.name = name
            self.kind = kind
            self.converter = converter
            self.labels = labels
        }
    }

    private static let rows = unicode + western + eastern + cyrillic + asian

    private static let unicode: [Row] = [
        Row(
            "utf-8", .utf8, "UTF-8",
            "utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8mb4 utf8mb4"),
        Row("us-ascii", .ascii, "ASCII", "ascii us ansi-x3.4-1968 iso-ir-6 iso646-us 7bit 7-bit 8bit 8-bit"),
        Row("utf-16", .utf16, "UTF-16", "utf16 unicode csunicode iso-10646-ucs-2 ucs-2 unicodefffe"),
        Row("utf-16be", .utf16BigEndian, "UTF-16BE", "utf16be"),
        Row("utf-16le", .utf16LittleEndian, "UTF-16LE", "utf16le unicodefeff"),
        Row("utf-32", .utf32, "UTF-32", "utf32 ucs-4 iso-10646-ucs-4 utf-32be utf-32le"),
        Row("utf-7", .stateful, "UTF-7", "utf7 unicode-1-1-utf-7 csunicode11utf7 x-unicode-2-0-utf-7"),
    ]

    private static let western: [Row] = [
        Row(
            "windows-1252", .singleByte, "CP1252",
            "cp1252 x-cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-8859-1-windows iso-ir-100 iso8859-1 iso88591 "
                + "iso-8859-1:1987 l1 latin1 latin-1 iso-8859 iso-latin-1 x-user-defined windows1252 ansi"),
        Row(
            "iso-8859-15", .singleByte, "ISO-8859-15",
            "csisolatin9 iso8859-15 iso885915 l9 latin9 latin-9 iso-8859-15-windows"),
        Row("iso-8859-10", .singleByte, "ISO-8859-10", "csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6"),
        Row("iso-8859-14", .singleByte, "ISO-8859-14", "iso8859-14 iso885914"),
        Row("iso-8859-16", .singleByte, "ISO-8859-16", "iso8859-16 iso885916"),
        Row(
            "iso-8859-3", .singleByte, "ISO-8859-3",
            "csisolatin3 iso-ir-109 iso8859-3 iso88593 iso-8859-3:1988 l3 latin3"),
        Row("macintosh", .singleByte, "MACINTOSH", "csmacintosh mac x-mac-roman macroman"),
        Row("cp437", .singleByte, "CP437", "ibm437 437 cspc8codepage437"),
        Row("cp850", .singleByte, "CP850", "ibm850 850 cspc850multilingual"),
        Row("cp858", .singleByte, "CP858", "ibm858 ibm00858"),
    ]

    private static let eastern: [Row] = [
        Row("windows-1250", .singleByte, "CP1250", "cp1250 x-cp1250 windows1250"),
        Row(
            "iso-8859-2", .singleByte, "ISO-8859-2",
            "csisolatin2 iso-ir-101 iso8859-2 iso88592 iso-8859-2:1987 l2 latin2 latin-2"),
        Row(
            "iso-8859-4", .singleByte, "ISO-8859-4",
            "csisolatin4 iso-ir-110 iso8859-4 iso88594 iso-8859-4:1988 l4 latin4"),
        Row("windows-1257", .singleByte, "CP1257", "cp1257 x-cp1257 windows1257"),
        Row("iso-8859-13", .singleByte, "ISO-8859-13", "iso8859-13 iso885913 latin7"),
        Row("windows-1253", .singleByte, "CP1253", "cp1253 x-cp1253 windows1253"),
        Row(
            "iso-8859-7", .singleByte, "ISO-8859-7",
            "csisolatingreek ecma-118 elot-928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso-8859-7:1987 "
                + "sun-eu-greek"),
        Row(
            "windows-1254", .singleByte, "CP1254",
            "cp1254 x-cp1254 windows1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso-8859-9:1989 l5 latin5"
        ),
        Row("windows-1255", .singleByte, "CP1255", "cp1255 x-cp1255 windows1255"),
        Row(
            "iso-8859-8", .singleByte, "ISO-8859-8",
            "csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-8859-8-i logical csiso88598i iso-ir-138 iso8859-8 "
                + "iso88598 iso-8859-8:1988 visual"),
        Row("windows-1256", .singleByte, "CP1256", "cp1256 x-cp1256 windows1256"),
        Row(
            "iso-8859-6", .singleByte, "ISO-8859-6",
            "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 "
                + "iso8859-6 iso88596 iso-8859-6:1987"),
        Row(
            "windows-874", .singleByte, "CP874",
            "cp874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 tis620 windows874"),
        Row("windows-1258", .singleByte, "CP1258", "cp1258 x-cp1258 windows1258"),
        Row("viscii", .singleByte, "VISCII", "csviscii"),
        Row("armscii-8", .singleByte, "ARMSCII-8", "armscii8"),
    ]

    private static let cyrillic: [Row] = [
        Row("windows-1251", .singleByte, "CP1251", "cp1251 x-cp1251 windows1251 win-1251"),
        Row(
            "iso-8859-5", .singleByte, "ISO-8859-5",
            "csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso-8859-5:1988"),
        Row("koi8-r", .singleByte, "KOI8-R", "cskoi8r koi koi8 koi8r"),
        Row("koi8-u", .singleByte, "KOI8-U", "koi8-ru koi8u"),
        Row("ibm866", .singleByte, "IBM866", "866 cp866 csibm866"),
        Row("x-mac-cyrillic", .singleByte, "MAC-CYRILLIC", "x-mac-ukrainian maccyrillic"),
    ]

    private static let asian: [Row] = [
        Row(
            "gb18030", .multiByte, "GB18030",
            "gb2312 gbk x-gbk chinese csgb2312 csiso58gb231280 gb-2312-80 iso-ir-58 cp936 ms936 windows-936 euc-cn "
                + "gb-2312 x-euc-cn cn-gb"),
        Row("hz-gb-2312", .stateful, "HZ", "hz hzgb2312"),
        Row("big5", .multiByte, "BIG5-HKSCS", "big5-hkscs cn-big5 csbig5 x-x-big5 big-5 cp950 ms950"),
        Row("euc-tw", .multiByte, "EUC-TW", "euctw x-euc-tw"),
        Row("euc-jp", .multiByte, "EUC-JP-MS", "cseucpkdfmtjapanese x-euc-jp eucjp euc-jp-ms"),
        Row(
            "shift-jis", .multiByte, "CP932",
            "sjis shift-jisx0213 csshiftjis ms-kanji ms932 cp932 windows-31j x-sjis x-ms-cp932 mskanji shiftjis"),
        Row(
            "iso-2022-jp", .iso2022jp, "EUC-JP-MS",
            "csiso2022jp iso-2022-jp-ms cp50220 cp50221 cp50222 iso-2022-jp-1 iso2022-jp iso2022jp jis"),
        Row("iso-2022-jp-2", .stateful, "ISO-2022-JP-2", "csiso2022jp2"),
        Row("iso-2022-jp-3", .stateful, "ISO-2022-JP-3", "iso-2022-jp-2004"),
        Row(
            "euc-kr", .multiByte, "UHC",
            "cseuckr csksc56011987 iso-ir-149 korean ks-c-5601-1987 ks-c-5601-1989 ks-c-5601 ksc5601 ksc-5601 "
                + "windows-949 cp949 ms949 uhc euckr ks-c-5601-1992"),
        Row("johab", .multiByte, "JOHAB", "cp1361 ms1361"),
        Row("iso-2022-kr", .stateful, "ISO-2022-KR", "csiso2022kr"),
        Row("iso-2022-cn", .stateful, "ISO-2022-CN", "iso-2022-cn-ext csiso2022cn"),
    ]
}
