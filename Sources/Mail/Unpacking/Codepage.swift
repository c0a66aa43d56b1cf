/// Windows code page numbers as the charset labels that mail knows.
enum Codepage {
    static func label(_ number: UInt32) -> String {
        switch number {
        case 65_001: "utf-8"
        case 65_000: "utf-7"
        case 1_200: "utf-16le"
        case 1_201: "utf-16be"
        case 20_127: "us-ascii"
        case 20_866: "koi8-r"
        case 21_866: "koi8-u"
        case 50_220...50_222: "iso-2022-jp"
        case 51_932: "euc-jp"
        case 51_949: "euc-kr"
        case 932: "shift_jis"
        case 936: "gbk"
        case 949: "ks_c_5601-1987"
        case 950: "big5"
        case 54_936: "gb18030"
        case 10_000: "macintosh"
        case 874, 1_250...1_258: "windows-\(number)"
        case 28_591...28_606: "iso-8859-\(number - 28_590)"
        case 437, 850, 858, 866: "cp\(number)"
        default: "windows-1252"
        }
    }

    /// The code page of a font's `\fcharset` number ([MS-WMF] §2.1.1.5); nil for the default one.
    static func ofFontCharset(_ number: Int) -> UInt32? {
        switch number {
        case 77: 10_000
        case 128: 932
        case 129, 130: 949
        case 134: 936
        case 136: 950
        case 161: 1_253
        case 162: 1_254
        case 163: 1_258
        case 177: 1_255
        case 178: 1_256
        case 186: 1_257
        case 204: 1_251
        case 222: 874
        case 238: 1_250
        default: nil
        }
    }
}
