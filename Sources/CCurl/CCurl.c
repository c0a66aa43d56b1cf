#include "CCurl.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

CURLcode ccurl_start(void) {
    signal(SIGPIPE, SIG_IGN);
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}

CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

CURLcode ccurl_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

CURLcode ccurl_set_body(CURL *handle, const void *bytes, size_t length) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)length);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_COPYPOSTFIELDS, bytes) : code;
}

CURLcode ccurl_get_long(CURL *handle, CURLINFO item, long *value) {
    return curl_easy_getinfo(handle, item, value);
}

CURLcode ccurl_get_double(CURL *handle, CURLINFO item, double *value) {
    return curl_easy_getinfo(handle, item, value);
}

CURLcode ccurl_get_socket(CURL *handle, CURLINFO item, curl_socket_t *value) {
    return curl_easy_getinfo(handle, item, value);
}

const char *ccurl_certificate_end(CURL *handle) {
    static const char name[] = "Expire date:";
    struct curl_certinfo *chain = NULL;
    if (curl_easy_getinfo(handle, CURLINFO_CERTINFO, &chain) != CURLE_OK || chain == NULL) return NULL;
    if (chain->num_of_certs < 1) return NULL;
    for (struct curl_slist *item = chain->certinfo[0]; item != NULL; item = item->next) {
        if (strncmp(item->data, name, sizeof name - 1) == 0) return item->data + sizeof name - 1;
    }
    return NULL;
}

static size_t keep_reply(char *bytes, size_t size, size_t count, void *target) {
    ccurl_replies *replies = target;
    size_t received = size * count;
    size_t kept = received < CCURL_REPLY_BYTES ? received : CCURL_REPLY_BYTES;
    size_t slot = replies->count % CCURL_REPLY_LINES;
    memcpy(replies->lines[slot], bytes, kept);
    replies->lengths[slot] = kept;
    replies->count += 1;
    return received;
}

static size_t catch_bytes(char *bytes, size_t size, size_t count, void *target) {
    ccurl_body *body = target;
    size_t received = size * count;
    if (received > body->limit - body->length) {
        body->overflowed = true;
        return 0;
    }
    if (received > body->capacity - body->length) {
        size_t wanted = body->capacity < 4096 ? 4096 : body->capacity;
        while (wanted - body->length < received) wanted *= 2;
        unsigned char *grown = realloc(body->bytes, wanted);
        if (grown == NULL) return 0;
        body->bytes = grown;
        body->capacity = wanted;
    }
    if (received > 0) memcpy(body->bytes + body->length, bytes, received);
    body->length += received;
    return received;
}

static int obey(void *target, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d) {
    (void)a, (void)b, (void)c, (void)d;
    return __atomic_load_n(&((ccurl_stop *)target)->raised, __ATOMIC_ACQUIRE);
}

CURLcode ccurl_keep_replies(CURL *handle, ccurl_replies *replies) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, replies ? keep_reply : NULL);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_HEADERDATA, replies) : code;
}

CURLcode ccurl_catch_headers(CURL *handle, ccurl_body *headers) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, headers ? catch_bytes : NULL);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_HEADERDATA, headers) : code;
}

CURLcode ccurl_catch_body(CURL *handle, ccurl_body *body) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, body ? catch_bytes : NULL);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_WRITEDATA, body) : code;
}

CURLcode ccurl_obey(CURL *handle, ccurl_stop *stop) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, stop ? obey : NULL);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_XFERINFODATA, stop);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_NOPROGRESS, stop ? 0L : 1L) : code;
}

void ccurl_stop_raise(ccurl_stop *stop) {
    __atomic_store_n(&stop->raised, 1, __ATOMIC_RELEASE);
}

void ccurl_body_free(ccurl_body *body) {
    free(body->bytes);
    body->bytes = NULL;
    body->length = 0;
    body->capacity = 0;
}

const char *ccurl_reply_line(const ccurl_replies *replies, size_t back, size_t *length) {
    if (back >= CCURL_REPLY_LINES || back >= replies->count) return NULL;
    size_t slot = (replies->count - 1 - back) % CCURL_REPLY_LINES;
    *length = replies->lengths[slot];
    return replies->lines[slot];
}
