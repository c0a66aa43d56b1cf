/// OpenPGP armour in plain text (RFC 9580 §6.2, §7): what is signed is shown without its frame, what is encrypted is
/// kept, because the reader may have the key, and labelled. Nothing is checked and nothing decrypted.
struct PGPText {
    let text: String
    private(set) var isSigned = false
    private(set) var isEncrypted = false

    private enum State {
        case text
        case signedHeader
        case signed
        case signature
        case encrypted
    }

    init(_ source: String) {
        guard ByteSearch.holds("-----BEGIN PGP ", in: source) else {
            text = source
            return
        }
        var state = State.text
        var headerLines = 0
        var shown: [Substring] = []
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            // A quoted frame is one too, and what stands for it stays quoted.
            let mark = line.prefix { $0 == ">" || $0 == " " }
            let bare = line.dropFirst(mark.count)
            if bare.hasPrefix("-----BEGIN PGP SIGNED MESSAGE-----") {
                isSigned = true
                state = .signedHeader
                headerLines = 0
                shown.append(mark + "[signed text (PGP); the signature is not checked here]")
                continue
            }
            if bare.hasPrefix("-----BEGIN PGP MESSAGE") {
                isEncrypted = true
                state = .encrypted
                shown.append(mark + "[encrypted text (PGP); it cannot be read here]")
            }
            switch state {
            case .signedHeader:
                // RFC 9580 §7: `Hash:` lines, then an empty one.
                headerLines += 1
                if bare.allSatisfy(\.isWhitespace) || headerLines >= Limits.armorHeaderLines { state = .signed }
            case .signed where bare.hasPrefix("-----BEGIN PGP SIGNATURE-----"): state = .signature
            // §7.1: a dash and a space protect lines that begin with a dash.
            case .signed: shown.append(line.hasPrefix("- ") ? line.dropFirst(2) : line)
            case .signature: if bare.hasPrefix("-----END PGP SIGNATURE-----") { state = .text }
            case .encrypted:
                shown.append(line)
                if bare.hasPrefix("-----END PGP MESSAGE") { state = .text }
            case .text: shown.append(line)
            }
        }
        // A signature without its end must not swallow what may be text.
        text = state == .signature ? source : shown.joined(separator: "\n")
    }
}
