/// How people ask, in sixteen languages. Erasure stands first: who asks for a copy and for deletion wants both done in
/// that order, and a human reads it anyway.
extension RightsRecognition {
    static let phrases: [(meaning: RightsRequest.Right, phrases: [String])] = [
        (.erasure, erasure), (.access, access), (.portability, portability), (.rectification, rectification),
        (.restriction, restriction), (.marketingObjection, marketing), (.objection, objection),
        (.withdrawal, withdrawal),
    ]

    private static let erasure = [
        "delete my data", "delete my personal data", "delete all my", "delete my account", "erase my data",
        "erase my personal", "erase all my", "remove my data", "remove my personal", "remove all my data",
        "right to be forgotten", "right to erasure", "löschung meiner daten",
        "löschung meiner personenbezogenen", "löschung meines kontos", "meine daten löschen",
        "meine daten zu löschen", "löschen sie meine daten", "löschen sie meine personenbezogenen",
        "löschen sie alle meine", "löschen sie mein konto", "lösche meine daten", "recht auf löschung",
        "recht auf vergessenwerden", "daten gelöscht werden", "supprimer mes données", "supprimez mes données",
        "suppression de mes données", "effacement de mes données", "effacer mes données", "droit à l'oubli",
        "droit à l'effacement", "eliminar mis datos", "eliminen mis datos", "borrar mis datos", "borren mis datos",
        "supresión de mis datos", "derecho al olvido", "derecho de supresión", "cancellare i miei dati",
        "cancellazione dei miei dati", "eliminare i miei dati", "diritto all'oblio", "verwijder mijn gegevens",
        "mijn gegevens verwijderen", "mijn gegevens te verwijderen", "recht op vergetelheid", "gegevenswissing",
        "apagar os meus dados", "eliminar os meus dados", "excluir meus dados", "apagamento dos meus dados",
        "direito ao esquecimento", "usunięcie moich danych", "usunąć moje dane", "usuńcie moje dane",
        "prawo do bycia zapomnianym", "radera mina uppgifter", "radera mina personuppgifter", "radera alla mina",
        "rätten att bli bortglömd", "slet mine data", "slette mine personoplysninger", "slette mine oplysninger",
        "retten til at blive glemt", "slett mine personopplysninger", "slette mine personopplysninger",
        "slette opplysningene mine", "retten til å bli glemt", "poistakaa tietoni", "poistaa tietoni",
        "tietojeni poistamista", "oikeus tulla unohdetuksi", "vymazat mé", "výmaz mých", "výmaz osobních údajů",
        "smažte mé", "smazat mé", "právo být zapomenut", "удалить мои данные", "удалите мои", "удаление моих данных",
        "удаления моих персональных данных", "право на забвение", "個人情報を削除", "データを削除してください",
        "情報の削除を", "忘れられる権利", "删除我的数据", "删除我的个人", "刪除我的個人", "刪除我的資料", "被遗忘权",
    ]

    private static let access = [
        "copy of my data", "copy of my personal data", "copy of all my data", "subject access request",
        "what data you hold", "what data do you hold", "what personal data you", "which data you have about me",
        "what information you hold about me", "access to my personal data", "right of access",
        "auskunft über meine daten",
        "auskunft über meine personenbezogenen", "auskunft über die zu meiner person",
        "auskunft über die von ihnen ges",
        "auskunft nach art", "auskunft gemäß art", "auskunft nach der d", "auskunftsersuchen", "selbstauskunft",
        "datenauskunft",
        "welche daten sie über mich", "kopie meiner daten", "auskunftsrecht", "accès à mes données", "droit d'accès",
        "copie de mes données", "quelles données vous", "acceso a mis datos", "derecho de acceso", "copia de mis datos",
        "qué datos tienen", "accesso ai miei dati", "diritto di accesso", "copia dei miei dati", "quali dati avete",
        "inzage in mijn gegevens", "inzageverzoek", "recht op inzage", "kopie van mijn gegevens",
        "acesso aos meus dados",
        "direito de acesso", "cópia dos meus dados", "dostępu do moich danych", "dostęp do moich danych",
        "kopię moich danych", "prawo dostępu", "registerutdrag", "tillgång till mina uppgifter",
        "indsigt i mine", "indsigtsanmodning", "ret til indsigt", "innsyn i mine", "innsynsbegjæring",
        "rett til innsyn", "tarkastusoikeu", "omien tietojeni", "jäljennös tiedoistani", "přístup k osobním údajům",
        "přístup k mým", "kopii mých", "доступ к моим данным", "копию моих данных", "какие данные обо мне",
        "какие мои данные", "開示請求", "個人情報の開示", "我的个人数据副本", "查阅我的个人", "訪問我的個人", "访问我的数据",
    ]

    private static let portability = [
        "data portability", "datenübertragbarkeit", "portabilité de mes données", "portabilité des données",
        "portabilidad de mis datos", "portabilidad de datos", "portabilità dei", "dataportabiliteit",
        "overdraagbaarheid van gegevens", "portabilidade dos", "przenoszenia danych", "dataportabilitet",
        "siirtää tiedot järjestelmästä", "přenositelnost", "переносимость данных", "データポータビリティ", "数据可携",
    ]

    private static let rectification = [
        "correct my data", "correct my personal data", "right to rectification", "berichtigung meiner",
        "berichtigen sie meine", "meine daten berichtigen", "recht auf berichtigung", "rectifier mes données",
        "rectification de mes données", "rectificar mis datos", "rectificación de mis datos", "rettificare i miei dati",
        "rettifica dei miei dati", "rectificatie van mijn", "mijn gegevens te corrigeren", "retificar os meus dados",
        "sprostowanie moich danych", "rätta mina uppgifter", "berigtige mine", "rette mine opplysninger",
        "oikaista tietoni", "opravu mých údajů", "исправить мои данные", "個人情報の訂正", "更正我的个人",
    ]

    private static let restriction = [
        "restrict the processing", "restriction of processing", "einschränkung der verarbeitung",
        "limitation du traitement", "limitación del tratamiento", "limitazione del trattamento",
        "beperking van de verwerking", "limitação do tratamento", "ograniczenia przetwarzania",
        "begränsning av behandling", "begrænsning af behandling", "begrensning av behandling",
        "käsittelyn rajoittami", "omezení zpracování", "ограничение обработки", "利用停止", "限制处理",
    ]

    private static let marketing = [
        "object to direct marketing", "stop sending me marketing", "widerspruch gegen werbung",
        "widerspreche der nutzung meiner daten für werbung", "widerspreche der werblichen", "keine werbung mehr",
        "m'oppose à la prospection", "oposición a la publicidad", "opporsi al marketing",
        "bezwaar tegen direct marketing",
        "oposição ao marketing", "sprzeciw wobec marketingu", "direktmarknadsföring", "direkte markedsføring",
        "suoramarkkinoin", "námitka proti marketingu", "отказ от рекламы",
    ]

    private static let objection = [
        "object to the processing", "object to processing", "right to object", "widerspruch gegen die verarbeitung",
        "widerspreche der verarbeitung", "m'oppose au traitement", "droit d'opposition", "me opongo al tratamiento",
        "derecho de oposición", "mi oppongo al trattamento", "diritto di opposizione", "bezwaar tegen de verwerking",
        "oponho-me ao tratamento", "sprzeciw wobec przetwarzania", "invänder mot behandling",
        "indsigelse mod behandling", "protesterer mot behandling", "vastustan käsittelyä", "námitku proti zpracování",
        "возражаю против обработки", "反对处理",
    ]

    private static let withdrawal = [
        "withdraw my consent", "withdraw consent", "revoke my consent", "widerrufe meine einwilligung",
        "widerruf meiner einwilligung", "einwilligung widerrufen", "retire mon consentement",
        "retirer mon consentement", "retiro mi consentimiento", "retirar mi consentimiento",
        "revoco il mio consenso", "revocare il consenso", "trek mijn toestemming in", "toestemming intrekken",
        "retiro o meu consentimento", "retirar o consentimento", "cofam zgodę", "wycofuję zgodę", "wycofać zgodę",
        "återkallar mitt samtycke", "trækker mit samtykke", "trekker samtykket", "trekke tilbake samtykket",
        "perun suostumukse", "odvolávám souhlas", "отзываю согласие", "отзываю своё согласие", "同意を撤回", "撤回同意",
    ]

    static let lawNames: [(meaning: Bool, phrases: [String])] = [
        (true, ["gdpr", "dsgvo", "ds-gvo", "rgpd", "rodo", "general data protection", "data protection act"])
    ]

    static let articleNames: [(meaning: RightsRequest.Right, phrases: [String])] = [
        (17, RightsRequest.Right.erasure), (15, .access), (16, .rectification), (18, .restriction), (20, .portability),
        (21, .objection), (22, .automatedDecision),
    ].map { number, right in (right, articleWords.map { $0 + "\(number)" }) }

    private static let articleWords = [
        "art. ", "art.", "art ", "article ", "artikel ", "artículo ", "articolo ", "artigo ", "artykuł ", "článek ",
        "čl. ",
    ]
}
