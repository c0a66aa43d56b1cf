internal import Foundation

/// The letters of a language beyond ASCII, and the charsets in which it was written before UTF-8.
struct LanguageProfile {
    let charsets: [String]
    let isLatin: Bool
    private let common: Set<Unicode.Scalar>
    private let rare: Set<Unicode.Scalar>

    private init(_ charsets: [String], isLatin: Bool = false, common: String, rare: String = "") {
        self.charsets = charsets
        self.isLatin = isLatin
        self.common = Set(common.unicodeScalars)
        self.rare = Set(rare.unicodeScalars)
    }

    func kind(of scalar: Unicode.Scalar) -> LetterKind {
        if common.contains(scalar) { return .common }
        if rare.contains(scalar) { return .rare }
        if scalar == "\u{2019}" { return .apostrophe }
        if Self.marks.contains(scalar) { return .mark }
        let lower = String(scalar).lowercased().unicodeScalars
        if let small = lower.first, lower.count == 1, small != scalar {
            if common.contains(small) { return .commonCapital }
            if rare.contains(small) { return .capital }
        }
        return .foreign
    }

    private static let marks = Set("\u{A0}«»“”„‚‘–—…€§°·•©®™№¿¡ªº£±½´\u{AD}\u{200E}\u{200F}،؛؟".unicodeScalars)

    static let all =
        cyrillic + eastern + western + [
            LanguageProfile(
                ["windows-1253", "iso-8859-7"], common: "αοιετσνηυρπκμλςάόίέή", rare: "βγδζθξφχψωύώϊϋΐΰ"),
            // Hebrew and Arabic have no capitals and few letters: nearly all are common.
            LanguageProfile(
                ["windows-1255", "iso-8859-8"], common: "יוהלאתרבמשנכעדחק", rare: "גזטספצךםןףץ\u{5B0}\u{5B7}\u{5B8}"),
            LanguageProfile(
                ["windows-1256", "iso-8859-6"], common: "المينوترهبعدسفكقحجةشى",
                rare: "أإآؤئءثخذزصضطظغ\u{640}\u{64B}\u{64E}\u{64F}\u{650}\u{651}\u{652}پچژگ"),
        ]

    private static let cyrillic = [
        LanguageProfile(
            ["windows-1251", "koi8-r", "iso-8859-5", "ibm866"], common: "оеаинтсрвлкмдпуяыь",
            rare: "збгчйхжшюцщэфъё"),
        LanguageProfile(["windows-1251", "koi8-u"], common: "оаинвтерслкмдпузяіьїє", rare: "бгчйхжшюцщфґ"),
    ]

    private static let central = ["windows-1250", "iso-8859-2"]

    private static let eastern = [
        LanguageProfile(central, isLatin: true, common: "ąćęłńóśźż"),
        LanguageProfile(central, isLatin: true, common: "áčéěíňřšúůýž", rare: "ďóť"),
        LanguageProfile(central, isLatin: true, common: "áčéíľňóôšťúýž", rare: "ďĺŕä"),
        LanguageProfile(central, isLatin: true, common: "áéíóöőüű", rare: "ú"),
        LanguageProfile(central, isLatin: true, common: "ăâîşţ"),
        LanguageProfile(central, isLatin: true, common: "čćđšž"),
        LanguageProfile(["windows-1257"], isLatin: true, common: "ąčęėįšųūž"),
        LanguageProfile(["windows-1257"], isLatin: true, common: "āčēģīķļņšūž"),
        LanguageProfile(["windows-1254"], isLatin: true, common: "çğıöşü", rare: "âîû"),
    ]

    /// Languages that windows-1252 holds: the measure that all others have to beat.
    private static let western = [
        "äöüß", "éèàêçâîôûù", "áéíóúñü", "áéíóúâêôãõçà", "àèéìòù", "éëïüö", "åäöé", "æøåéö", "áéíóúýþæðö",
    ].map { LanguageProfile(["windows-1252"], isLatin: true, common: $0, rare: "éëïöüœáóè") }
}
