/* limits DATA RUNS: what the machine itself needs for the same octets. No parser that looks at them all can be faster
   than the copy or the count of lines; one that decodes base64 without vectors is as fast as the loop below. */
#include "stock.h"

static uint64_t lines(const char *start, size_t length)
{
    uint64_t count = 0;
    const char *end = start + length;
    while ((start = memchr(start, '\n', (size_t)(end - start)))) {
        count++;
        start++;
    }
    return count;
}

static uint64_t base64(const unsigned char *input, size_t length, unsigned char *output)
{
    static signed char table[256];
    if (!table['B']) {
        const char *letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        memset(table, -1, sizeof table);
        for (int value = 0; value < 64; value++)
            table[(unsigned char)letters[value]] = (signed char)value;
    }
    unsigned char *next = output;
    uint32_t word = 0;
    int letters = 0;
    for (size_t place = 0; place < length; place++) {
        int value = table[input[place]];
        if (value < 0)
            continue;
        word = word << 6 | (uint32_t)value;
        if (++letters < 4)
            continue;
        *next++ = (unsigned char)(word >> 16);
        *next++ = (unsigned char)(word >> 8);
        *next++ = (unsigned char)word;
        word = 0;
        letters = 0;
    }
    return (uint64_t)(next - output);
}

int main(int count, char **arguments)
{
    if (count < 3) {
        fprintf(stderr, "usage: limits DATA RUNS\n");
        return 64;
    }
    struct stock stock = load(arguments[1], SIZE_MAX);
    unsigned char *room = malloc(stock.size + 64);
    if (!room)
        give_up("memory");
    memset(room, 1, stock.size);
    for (int run = 0; run < atoi(arguments[2]); run++) {
        struct stopwatch start = started();
        memcpy(room, stock.bytes, stock.size);
        report("a copy", &stock, run, start, room[stock.size / 2]);

        uint64_t sum = 0;
        start = started();
        for (size_t place = 0; place < stock.count; place++)
            sum += lines(stock.messages[place].start, stock.messages[place].length);
        report("memchr of lines", &stock, run, start, sum);

        sum = 0;
        start = started();
        for (size_t place = 0; place < stock.count; place++)
            sum += base64((unsigned char *)stock.messages[place].start, stock.messages[place].length, room);
        report("scalar base64", &stock, run, start, sum);
    }
    return 0;
}
