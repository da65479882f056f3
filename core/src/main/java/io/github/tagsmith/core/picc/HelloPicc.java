package io.github.tagsmith.core.picc;

import io.github.tagsmith.core.bytes.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * The applet that every smart card wrapper's author tries first: select {@code A00000006203010C0601}, send {@code 00 00 00
 * 00}, get "Hello world!".
 */
public final class HelloPicc implements ApduPicc {

    private static final Bytes SELECT = Bytes.fromHex("00A404000AA00000006203010C0601");
    private static final Bytes SAY_HELLO = Bytes.fromHex("00000000");
    private static final Bytes HELLO = Bytes.of("Hello world!".getBytes(StandardCharsets.US_ASCII));
    private static final Bytes DONE = Bytes.of(0x90, 0x00);
    private static final Bytes NOT_FOUND = Bytes.of(0x6A, 0x82);
    private static final Bytes NOT_SUPPORTED = Bytes.of(0x6D, 0x00);

    private boolean selected;

    /** A card on which nothing is selected. */
    public HelloPicc() {}

    @Override
    public Bytes uid() {
        return Bytes.of(0x04, 0x48, 0x65, 0x6C, 0x6C, 0x6F, 0x21);
    }

    /** FSCI 8, the usual TA1 to TC1, the historical bytes "Hello". */
    @Override
    public Bytes ats() {
        return Bytes.fromHex("0A788070024865 6C6C6F");
    }

    @Override
    public Bytes answer(Bytes command) {
        if (command.startsWith(SELECT)) {
            selected = true;
            return DONE;
        }
        if (command.startsWith(SELECT.slice(0, 4))) {
            selected = false;
            return NOT_FOUND;
        }
        return selected && command.startsWith(SAY_HELLO) ? HELLO.plus(DONE) : NOT_SUPPORTED;
    }

    @Override
    public void reset() {
        selected = false;
    }
}
