/* gmime DATA RUNS [LIMIT]: GMime 3 reads every message from memory and is asked for all that ticketd is asked for.
   Built by Benchmarks/parse-rivals with -O2 and what pkg-config says of gmime-3.0. */
#include "stock.h"

#include <gmime/gmime.h>

static size_t length_of(const char *text) { return text ? strlen(text) : 0; }

static uint64_t addresses(InternetAddressList *list)
{
    uint64_t sum = 0;
    int count = list ? internet_address_list_length(list) : 0;
    for (int place = 0; place < count; place++) {
        InternetAddress *address = internet_address_list_get_address(list, place);
        sum += length_of(internet_address_get_name(address));
        if (INTERNET_ADDRESS_IS_MAILBOX(address))
            sum += length_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)));
    }
    return sum;
}

static uint64_t content(GMimePart *part)
{
    uint64_t sum = length_of(g_mime_part_get_filename(part));
    if (GMIME_IS_TEXT_PART(part)) {
        char *text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
        sum += length_of(text);
        g_free(text);
        return sum;
    }
    GMimeDataWrapper *wrapper = g_mime_part_get_content(part);
    GMimeStream *decoded = g_mime_stream_mem_new();
    if (wrapper) {
        ssize_t written = g_mime_data_wrapper_write_to_stream(wrapper, decoded);
        if (written > 0)
            sum += (uint64_t)written;
    }
    g_object_unref(decoded);
    return sum;
}

/* Embedded messages are entered. */
static uint64_t entity(GMimeObject *object)
{
    uint64_t sum = 0;
    if (GMIME_IS_MULTIPART(object)) {
        GMimeMultipart *multipart = GMIME_MULTIPART(object);
        int count = g_mime_multipart_get_count(multipart);
        for (int place = 0; place < count; place++)
            sum += entity(g_mime_multipart_get_part(multipart, place));
    } else if (GMIME_IS_MESSAGE_PART(object)) {
        GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
        if (inner && g_mime_message_get_mime_part(inner))
            sum += entity(g_mime_message_get_mime_part(inner));
    } else if (GMIME_IS_PART(object)) {
        sum += content(GMIME_PART(object));
    }
    return sum;
}

static uint64_t whole(GMimeMessage *message)
{
    uint64_t sum = addresses(g_mime_message_get_from(message)) + addresses(g_mime_message_get_to(message)) +
                   addresses(g_mime_message_get_cc(message)) + length_of(g_mime_message_get_subject(message)) +
                   length_of(g_mime_message_get_message_id(message));
    if (g_mime_message_get_date(message))
        sum++;
    GMimeObject *root = g_mime_message_get_mime_part(message);
    return root ? sum + entity(root) : sum;
}

/* The stream looks at the stock's memory; nothing is copied. */
static uint64_t parse(struct message *message)
{
    GByteArray bytes = {(guint8 *)message->start, (guint)message->length};
    GMimeStream *stream = g_mime_stream_mem_new();
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
    g_mime_stream_mem_set_byte_array(GMIME_STREAM_MEM(stream), &bytes);
    stream->bound_end = -1;
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *parsed = g_mime_parser_construct_message(parser, NULL);
    uint64_t sum = 0;
    if (parsed) {
        sum = whole(parsed);
        g_object_unref(parsed);
    }
    g_object_unref(parser);
    g_object_unref(stream);
    return sum;
}

int main(int count, char **arguments)
{
    if (count < 3) {
        fprintf(stderr, "usage: gmime DATA RUNS [LIMIT]\n");
        return 64;
    }
    g_mime_init();
    struct stock stock = load(arguments[1], count > 3 ? strtoul(arguments[3], NULL, 10) : SIZE_MAX);
    for (int run = 0; run < atoi(arguments[2]); run++) {
        struct stopwatch start = started();
        uint64_t sum = 0;
        for (size_t place = 0; place < stock.count; place++)
            sum += parse(&stock.messages[place]);
        report("GMime", &stock, run, start, sum);
    }
    return 0;
}
