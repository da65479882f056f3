/* The plain C client of the benchmark: n exchanges after w warm-up ones, times in nanoseconds, one a line. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <winscard.h>

static long now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000L + t.tv_nsec;
}

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    int warm = atoi(argv[2]), n = atoi(argv[3]);
    BYTE two[] = {0x00, 0xA4, 0x04, 0x00, 0x00}, many[] = {0x00, 0xB0, 0x00, 0x00, 0x00};
    BYTE *command = strcmp(argv[1], "256") ? two : many;
    BYTE answer[264];
    char readers[4096];
    DWORD length = sizeof readers, protocol;
    SCARDCONTEXT context;
    SCARDHANDLE card;
    if (SCardEstablishContext(SCARD_SCOPE_SYSTEM, NULL, NULL, &context)) return 3;
    if (SCardListReaders(context, NULL, readers, &length)) return 4;
    fprintf(stderr, "%s", readers);
    if (SCardConnect(context, readers, SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &card, &protocol)) return 5;
    SCARD_IO_REQUEST pci = {protocol, sizeof(SCARD_IO_REQUEST)};
    long *times = malloc(sizeof(long) * n);
    for (int i = -warm; i < n; i++) {
        length = sizeof answer;
        long start = now();
        if (SCardTransmit(card, &pci, command, 5, NULL, answer, &length)) return 6;
        if (i >= 0) times[i] = now() - start;
        if (length != (command == two ? 2 : 258)) return 7;
    }
    for (int i = 0; i < n; i++) printf("%ld\n", times[i]);
    SCardDisconnect(card, SCARD_LEAVE_CARD);
    SCardReleaseContext(context);
    return 0;
}
