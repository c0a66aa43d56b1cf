internal import Desk
internal import Foundation

/// What a token address answered (RFC 6749 §5, RFC 8628 §3.2 and §3.5). Every field may be missing or of another type
/// than it should be.
struct TokenAnswer: Decodable {
    private enum Key: String, CodingKey {
        case access = "access_token"
        case type = "token_type"
        case refresh = "refresh_token"
        case life = "expires_in"
        case refreshLife = "refresh_token_expires_in"
        /// Keycloak's name for it.
        case otherRefreshLife = "refresh_expires_in"
        case device = "device_code"
        case user = "user_code"
        case page = "verification_uri"
        /// What Google called it before there was a standard.
        case otherPage = "verification_url"
        case completePage = "verification_uri_complete"
        case interval
        case error
        case description = "error_description"
        case numbers = "error_codes"
    }

    private var texts: [Key: String] = [:]
    private var counts: [Key: Int] = [:]

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        for key in [
            Key.access, .type, .refresh, .device, .user, .page, .otherPage, .completePage, .error, .description,
        ] {
            texts[key] = Self.text(fields, key)
        }
        for key in [Key.life, .refreshLife, .otherRefreshLife, .interval] { counts[key] = Self.count(fields, key) }
        counts[.numbers] = Self.number(fields)
    }

    /// A refusal becomes a failure; nobody can use the rest of it.
    static func read(status: Int, body: [UInt8]) throws(TokenFailure) -> TokenAnswer {
        let answer: TokenAnswer?
        do { answer = try JSONDecoder().decode(TokenAnswer.self, from: Data(body)) } catch { answer = nil }
        if let error = answer?.texts[.error], let failure = answer?.failure(error) { throw failure }
        // RFC 6749 §5.2: 401 is about the client, even without a word.
        if status == 401 { throw .refused(.invalidClient, number: nil) }
        guard (200..<300).contains(status), let answer else { throw .unreachable }
        return answer
    }

    /// Nil unless it is a bearer token (RFC 6749 §7.1: the name of the type knows no case) that can stand in a login.
    var token: IssuedToken? {
        guard let access = texts[.access], Self.isToken(access),
            texts[.type].map({ $0.lowercased() == "bearer" }) ?? true
        else { return nil }
        if let refresh = texts[.refresh], refresh.utf8.count > Desk.Limits.tokenBytes { return nil }
        let refreshLife = [counts[.refreshLife], counts[.otherRefreshLife]].compactMap { $0 }.first { $0 > 0 }
        return IssuedToken(
            access: access, refresh: texts[.refresh].flatMap { $0.isEmpty ? nil : $0 },
            life: Self.life(counts[.life]) ?? Desk.Limits.tokenLife, refreshLife: Self.life(refreshLife))
    }

    var deviceCode: DeviceCode? {
        guard let code = texts[.device], !code.isEmpty, let user = texts[.user], Self.isLine(user),
            let page = texts[.page] ?? texts[.otherPage], Self.isPage(page)
        else { return nil }
        return DeviceCode(
            code: code, userCode: user, page: page,
            completePage: texts[.completePage].flatMap { Self.isPage($0) ? $0 : nil },
            life: Self.life(counts[.life]) ?? Desk.Limits.signInPatience,
            interval: Self.life(counts[.interval]) ?? Desk.Limits.devicePoll)
    }

    private func failure(_ error: String) -> TokenFailure? {
        let refusal: TokenRefusal
        switch error {
        case "authorization_pending": return .pending
        case "slow_down": return .tooFast
        case "temporarily_unavailable", "server_error": return .unreachable
        case "access_denied", "authorization_declined": refusal = .accessDenied
        case "expired_token", "code_expired": refusal = .expired
        // OpenID Connect's words for "the person is needed again".
        case "invalid_grant", "interaction_required", "login_required", "consent_required": refusal = .invalidGrant
        case "invalid_client": refusal = .invalidClient
        case "unauthorized_client", "unsupported_grant_type": refusal = .unauthorizedClient
        case "invalid_scope": refusal = .invalidScope
        default: refusal = .invalidRequest
        }
        return .refused(refusal, number: counts[.numbers] ?? Self.microsoftNumber(texts[.description]))
    }

    /// `AADSTS70008: The provided …`: of the whole text only the number is kept.
    private static func microsoftNumber(_ text: String?) -> Int? {
        guard let text, let start = text.range(of: "AADSTS")?.upperBound else { return nil }
        return Int(text[start...].prefix { ("0"..."9").contains($0) }.prefix(9))
    }

    private static func text(_ fields: KeyedDecodingContainer<Key>, _ key: Key) -> String? {
        do { return try fields.decodeIfPresent(String.self, forKey: key) } catch { return nil }
    }

    /// Some write their numbers as text.
    private static func count(_ fields: KeyedDecodingContainer<Key>, _ key: Key) -> Int? {
        do { return try fields.decodeIfPresent(Int.self, forKey: key) } catch {
            return text(fields, key).flatMap { Int($0) }
        }
    }

    private static func number(_ fields: KeyedDecodingContainer<Key>) -> Int? {
        do { return try fields.decodeIfPresent([Int].self, forKey: .numbers)?.first } catch { return nil }
    }

    private static func life(_ seconds: Int?) -> Duration? {
        guard let seconds, seconds > 0 else { return nil }
        return min(.seconds(seconds), Desk.Limits.tokenLifeMaximum)
    }

    /// RFC 6750 §2.1: visible ASCII; nothing that could end a line of SASL.
    private static func isToken(_ text: String) -> Bool {
        (1...Desk.Limits.tokenBytes).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    private static func isLine(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    private static func isPage(_ text: String) -> Bool {
        (text.hasPrefix("https://") || text.hasPrefix("http://")) && text.utf8.count <= 2_048
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
