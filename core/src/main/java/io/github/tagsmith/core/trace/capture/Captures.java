package io.github.tagsmith.core.trace.capture;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Finds out by the first bytes what kind of capture it is. */
public final class Captures {

    private static final int MAGIC = 4;
    private static final int GZIP_1 = 0x1F;
    private static final int GZIP_2 = 0x8B;
    private static final int GZIP_BUFFER = 1 << 16;
    private static final int TEXT_LINE = 120;

    private Captures() {}

    /**
     * Opens a capture, unpacking gzip.
     *
     * @param in its bytes
     * @param beforeWait called before each read that may have to wait, for instance to show what there is so far
     * @return the reader, at the first packet
     * @throws CaptureException if it is none
     * @throws NfcException {@code FILE} if it cannot be read
     */
    public static CaptureReader open(InputStream in, Runnable beforeWait) throws NfcException {
        CaptureInput input = new CaptureInput(unpacked(in), beforeWait);
        if (!input.has(1)) {
            throw CaptureException.at(FaultKind.EMPTY_FILE, 0, "the file is empty");
        }
        if (!input.has(MAGIC)) {
            throw notACapture("its " + input.available() + " bytes are shorter than any magic number");
        }
        int magic = input.window().order(ByteOrder.BIG_ENDIAN).getInt(input.start());
        if (magic == PcapngReader.MAGIC) {
            return new PcapngReader(input);
        }
        PcapMagic pcap = PcapMagic.of(magic);
        if (pcap == null) {
            throw notACapture(whatElse(input, magic));
        }
        return PcapReader.open(input, pcap);
    }

    private static InputStream unpacked(InputStream in) throws NfcException {
        PushbackInputStream start = new PushbackInputStream(in, 2);
        try {
            int first = start.read();
            int second = first < 0 ? -1 : start.read();
            if (second >= 0) {
                start.unread(second);
            }
            if (first >= 0) {
                start.unread(first);
            }
            boolean packed = first == GZIP_1 && second == GZIP_2;
            return packed ? new GZIPInputStream(start, GZIP_BUFFER) : start;
        } catch (EOFException e) {
            throw CaptureException.at(FaultKind.TRUNCATED, 0, "the file ends inside the header of its gzip form");
        } catch (ZipException e) {
            throw CaptureException.at(
                    FaultKind.BAD_GZIP, 0, "the header of the gzip form is damaged: " + e.getMessage());
        } catch (IOException e) {
            throw new NfcException(ErrorKind.FILE, "cannot be read: " + e.getMessage()).withCause(e);
        }
    }

    private static String whatElse(CaptureInput input, int magic) throws NfcException {
        input.has(TEXT_LINE);
        ByteBuffer start = input.window();
        int length = Math.min(TEXT_LINE, input.available());
        byte[] line = new byte[length];
        start.get(input.start(), line);
        String text = new String(line, StandardCharsets.ISO_8859_1);
        if (text.matches("(?s)[0-9a-f]{8,16} \\d+ [SCE] [BCIZ][io]:.*")) {
            return "it is the text form of usbmon; capture with tcpdump -i usbmon0 -w FILE or dumpcap instead";
        }
        return String.format("its magic number %08X is none of pcap, pcapng or gzip", magic);
    }

    private static CaptureException notACapture(String why) {
        return CaptureException.at(FaultKind.NOT_A_CAPTURE, 0, "this is no capture that is read here: " + why);
    }
}
