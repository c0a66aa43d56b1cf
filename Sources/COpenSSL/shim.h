// The parts of libcrypto that Vault uses. EVP only: no deprecated low-level calls.
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <sys/prctl.h>

// An HMAC context that is to use SHA-256. It takes its key later, at EVP_MAC_init.
// Written in C because OSSL_PARAM keeps pointers to its arguments, which Swift may not promise.
static inline EVP_MAC_CTX *copenssl_hmac_sha256_context(EVP_MAC *mac) {
    char digest[] = "SHA256";
    OSSL_PARAM parameters[2];
    EVP_MAC_CTX *context = EVP_MAC_CTX_new(mac);
    if (context == NULL) {
        return NULL;
    }
    parameters[0] = OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0);
    parameters[1] = OSSL_PARAM_construct_end();
    if (EVP_MAC_CTX_set_params(context, parameters) != 1) {
        EVP_MAC_CTX_free(context);
        return NULL;
    }
    return context;
}

// prctl(2) is variadic and does not import into Swift.
static inline int copenssl_refuse_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
