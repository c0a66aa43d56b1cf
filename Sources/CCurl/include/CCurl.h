/// A non-variadic doorway to libcurl: `curl_easy_setopt` and `curl_easy_getinfo` take variable arguments, which Swift
/// cannot call. It adds three bounded catchers (reply lines, a body, a wish to stop) and nothing else.
#ifndef TICKETD_CCURL_H
#define TICKETD_CCURL_H

#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>
/* Swift's Glibc module leaves these two out; the sockets that libcurl opened are watched with them. */
#include <sys/epoll.h>
#include <sys/eventfd.h>

/// Four lines suffice: what follows a refused login is at most a BYE and an OK to LOGOUT.
#define CCURL_REPLY_LINES 4
/// RFC 5321 §4.5.3.1.5: a reply line is at most 512 octets. The rest of a longer one is dropped.
#define CCURL_REPLY_BYTES 512

/// The last reply lines of a server that speaks in lines, oldest overwritten first.
typedef struct {
    char lines[CCURL_REPLY_LINES][CCURL_REPLY_BYTES];
    size_t lengths[CCURL_REPLY_LINES];
    size_t count;
} ccurl_replies;

/// Bytes received, never more than `limit`; receiving more fails the transfer and sets `overflowed`.
typedef struct {
    unsigned char *bytes;
    size_t length;
    size_t capacity;
    size_t limit;
    bool overflowed;
} ccurl_body;

/// A flag that one thread raises and the transfer of another obeys.
typedef struct {
    int raised;
} ccurl_stop;

/// Must run once before anything else. Also ignores SIGPIPE, which a vanished peer would otherwise kill us with.
CURLcode ccurl_start(void);

CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value);
CURLcode ccurl_set_string(CURL *handle, CURLoption option, const char *value);
CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value);
/// Copies `length` bytes as the request body.
CURLcode ccurl_set_body(CURL *handle, const void *bytes, size_t length);

CURLcode ccurl_get_long(CURL *handle, CURLINFO item, long *value);
CURLcode ccurl_get_double(CURL *handle, CURLINFO item, double *value);
CURLcode ccurl_get_socket(CURL *handle, CURLINFO item, curl_socket_t *value);

/// The end of validity of the server's own certificate as text, or NULL. Needs CURLOPT_CERTINFO; belongs to the handle.
const char *ccurl_certificate_end(CURL *handle);

/// The targets must outlive the handle or be replaced by NULL before they go.
CURLcode ccurl_keep_replies(CURL *handle, ccurl_replies *replies);
CURLcode ccurl_catch_headers(CURL *handle, ccurl_body *headers);
CURLcode ccurl_catch_body(CURL *handle, ccurl_body *body);
CURLcode ccurl_obey(CURL *handle, ccurl_stop *stop);

void ccurl_stop_raise(ccurl_stop *stop);
void ccurl_body_free(ccurl_body *body);
/// The line received `back` lines ago (0 is the last one), or NULL.
const char *ccurl_reply_line(const ccurl_replies *replies, size_t back, size_t *length);

#endif
