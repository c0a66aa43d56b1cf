internal import CCurl

/// One libcurl easy handle and what it writes into. Everything here may block except `send`, `receive` and `close`.
///
/// It refuses nothing by itself and locks nothing: its one owner (`CurlConnection`, `HTTPClient`) calls it from one
/// thread at a time, which is also why it may cross threads unchecked: libcurl handles are not bound to a thread, only
/// not to be used by two at once.
final class CurlHandle: @unchecked Sendable {
    private var easy: OpaqueHandle?
    private let replies: UnsafeMutablePointer<ccurl_replies>
    private let stop: UnsafeMutablePointer<ccurl_stop>
    private let sink: UnsafeMutablePointer<ccurl_body>
    private let headers: UnsafeMutablePointer<ccurl_body>
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private(set) var settingFailed = false

    typealias OpaqueHandle = UnsafeMutableRawPointer

    /// `curl_global_init` and SIGPIPE, once for the process.
    private static let started: Bool = ccurl_start() == CURLE_OK

    init?(bodyLimit: Int) {
        guard Self.started, let easy = curl_easy_init() else { return nil }
        self.easy = easy
        replies = .allocate(capacity: 1)
        replies.initialize(to: ccurl_replies())
        stop = .allocate(capacity: 1)
        stop.initialize(to: ccurl_stop(raised: 0))
        sink = .allocate(capacity: 1)
        sink.initialize(to: ccurl_body(bytes: nil, length: 0, capacity: 0, limit: bodyLimit, overflowed: false))
        headers = .allocate(capacity: 1)
        headers.initialize(
            to: ccurl_body(
                bytes: nil, length: 0, capacity: 0, limit: Limits.responseHeaderBytes, overflowed: false))
        // Without these libcurl writes to standard output.
        check(ccurl_catch_body(easy, sink))
        check(ccurl_obey(easy, stop))
        set(CURLOPT_NOSIGNAL, 1)
    }

    deinit {
        close()
        ccurl_body_free(sink)
        ccurl_body_free(headers)
        replies.deallocate()
        stop.deallocate()
        sink.deallocate()
        headers.deallocate()
    }

    func set(_ option: CURLoption, _ value: Int) {
        guard let easy else { return }
        check(ccurl_set_long(easy, option, value))
    }

    func set(_ option: CURLoption, _ value: String) {
        guard let easy else { return }
        // libcurl copies strings and ends them at NUL, which would silently shorten a password or a path.
        if value.utf8.contains(0) { settingFailed = true }
        check(ccurl_set_string(easy, option, value))
    }

    func set(_ option: CURLoption, list values: [String]) {
        guard let easy else { return }
        var list: UnsafeMutablePointer<curl_slist>?
        for value in values {
            guard let longer = curl_slist_append(list, value) else {
                curl_slist_free_all(list)
                settingFailed = true
                return
            }
            list = longer
        }
        guard let list else { return }
        lists.append(list)
        check(ccurl_set_list(easy, option, list))
    }

    func setBody(_ bytes: [UInt8]) {
        guard let easy else { return }
        bytes.withUnsafeBytes { check(ccurl_set_body(easy, $0.baseAddress ?? UnsafeRawPointer(stop), $0.count)) }
    }

    func keepReplies() {
        guard let easy else { return }
        check(ccurl_keep_replies(easy, replies))
    }

    func catchHeaders() {
        guard let easy else { return }
        check(ccurl_catch_headers(easy, headers))
    }

    /// Blocks. Only on a connector thread.
    func perform() -> CURLcode {
        guard let easy, !settingFailed else { return CURLE_FAILED_INIT }
        return curl_easy_perform(easy)
    }

    /// May be called from any thread while another is inside `perform`, which then ends within a second.
    func raiseStop() {
        ccurl_stop_raise(stop)
    }

    /// What one non-blocking call did.
    enum Transfer: Sendable {
        /// 0 received bytes are the end of the stream.
        case moved(Int)
        /// The socket is full, or empty.
        case again
        case failed
    }

    func send(_ bytes: UnsafeRawBufferPointer) -> Transfer {
        guard let easy else { return .failed }
        var sent = 0
        return Transfer(curl_easy_send(easy, bytes.baseAddress, bytes.count, &sent), count: sent)
    }

    func receive(into room: UnsafeMutableRawBufferPointer) -> Transfer {
        guard let easy else { return .failed }
        var received = 0
        return Transfer(curl_easy_recv(easy, room.baseAddress, room.count, &received), count: received)
    }

    var socket: Int32? {
        guard let easy else { return nil }
        var socket = curl_socket_t(-1)
        guard ccurl_get_socket(easy, CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK, socket >= 0 else { return nil }
        return socket
    }

    var responseCode: Int {
        guard let easy else { return 0 }
        var code = 0
        return ccurl_get_long(easy, CURLINFO_RESPONSE_CODE, &code) == CURLE_OK ? code : 0
    }

    /// What OpenSSL found wrong with the certificate; 0 when nothing, or when only the name does not fit.
    var verifyResult: Int {
        guard let easy else { return 0 }
        var result = 0
        return ccurl_get_long(easy, CURLINFO_SSL_VERIFYRESULT, &result) == CURLE_OK ? result : 0
    }

    /// Needs `CURLOPT_CERTINFO`.
    var certificateEnd: String? {
        easy.flatMap { ccurl_certificate_end($0) }.map { String(cString: $0) }
    }

    /// Newest first.
    var replyLines: [[UInt8]] {
        (0..<Int(CCURL_REPLY_LINES)).compactMap { back in
            var length = 0
            guard let line = ccurl_reply_line(replies, back, &length) else { return nil }
            return [UInt8](UnsafeRawBufferPointer(start: line, count: length))
        }
    }

    var body: [UInt8] { [UInt8](UnsafeRawBufferPointer(start: sink.pointee.bytes, count: sink.pointee.length)) }
    var headerBytes: [UInt8] {
        [UInt8](UnsafeRawBufferPointer(start: headers.pointee.bytes, count: headers.pointee.length))
    }
    var isOverflowed: Bool { sink.pointee.overflowed || headers.pointee.overflowed }

    /// Idempotent. The owner has shut the socket down before, so that libcurl's own farewell cannot block.
    func close() {
        guard let easy else { return }
        self.easy = nil
        curl_easy_cleanup(easy)
        for list in lists { curl_slist_free_all(list) }
        lists = []
    }

    private func check(_ code: CURLcode) {
        if code != CURLE_OK { settingFailed = true }
    }
}

extension CurlHandle.Transfer {
    fileprivate init(_ code: CURLcode, count: Int) {
        switch code {
        case CURLE_OK: self = .moved(count)
        case CURLE_AGAIN: self = .again
        default: self = .failed
        }
    }
}
