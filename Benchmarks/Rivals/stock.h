/* What the programs in C have in common: the messages of DATA.bin and DATA.idx in memory, clocks, one line a run. */
#ifndef STOCK_H
#define STOCK_H

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

struct message {
    char *start;
    size_t length;
};

struct stock {
    const char *set; /* DATA without its folder */
    char *bytes;
    size_t size; /* of the messages taken */
    struct message *messages;
    size_t count;
};

struct stopwatch {
    double wall, cpu;
};

static void give_up(const char *what)
{
    perror(what);
    exit(1);
}

static double seconds(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static struct stopwatch started(void)
{
    return (struct stopwatch){seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID)};
}

static FILE *open_part(const char *base, const char *ending)
{
    char path[4096];
    snprintf(path, sizeof path, "%s.%s", base, ending);
    FILE *file = fopen(path, "rb");
    if (!file)
        give_up(path);
    return file;
}

/* At most `limit` messages. A few octets more than needed are allocated, so that vector code may read past the end. */
static struct stock load(const char *base, size_t limit)
{
    const char *slash = strrchr(base, '/');
    struct stock stock = {.set = slash ? slash + 1 : base};
    FILE *file = open_part(base, "bin");
    fseek(file, 0, SEEK_END);
    size_t all = (size_t)ftell(file);
    rewind(file);
    stock.bytes = malloc(all + 64);
    if (!stock.bytes || fread(stock.bytes, 1, all, file) != all)
        give_up(base);
    fclose(file);

    FILE *index = open_part(base, "idx");
    size_t offset, length, room = 0;
    while (stock.count < limit && fscanf(index, "%zu %zu", &offset, &length) == 2 && offset + length <= all) {
        if (stock.count == room) {
            room = room ? room * 2 : 1024;
            stock.messages = realloc(stock.messages, room * sizeof *stock.messages);
            if (!stock.messages)
                give_up(base);
        }
        stock.messages[stock.count++] = (struct message){stock.bytes + offset, length};
        stock.size += length;
    }
    fclose(index);
    return stock;
}

static void report(const char *program, const struct stock *stock, int run, struct stopwatch start, uint64_t sum)
{
    struct stopwatch now = started();
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("{\"prog\":\"%s\",\"set\":\"%s\",\"run\":%d,\"wall\":%.6f,\"cpu\":%.6f,\"bytes\":%zu,\"msgs\":%zu,"
           "\"sum\":%" PRIu64 ",\"maxrss_kb\":%ld}\n",
           program, stock->set, run, now.wall - start.wall, now.cpu - start.cpu, stock->size, stock->count, sum,
           usage.ru_maxrss);
    fflush(stdout);
}

#endif
