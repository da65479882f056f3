package io.github.tagsmith.core.trace.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.capture.FaultKind;
import io.github.tagsmith.core.trace.ccid.CcidInterface;
import io.github.tagsmith.core.trace.ccid.CcidMessage;
import io.github.tagsmith.core.trace.usb.DeviceAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** T=1 block by block, after the rules and scenarios of ISO/IEC 7816-3 section 11.6 and annex A. */
class T1ConversationTest {

    private static final CcidInterface READER =
            new CcidInterface(new DeviceAddress(1, 2), OptionalInt.empty(), Optional.empty());

    private final List<ApduExchange> exchanges = new ArrayList<>();
    private final List<CaptureFault> faults = new ArrayList<>();
    private final ExchangeDecoder decoder = new ExchangeDecoder(
            new ExchangeListener() {
                @Override
                public void exchange(ApduExchange exchange) {
                    exchanges.add(exchange);
                }

                @Override
                public void fault(CaptureFault fault) {
                    faults.add(fault);
                }
            },
            OptionalInt.empty());
    private long packet;

    /** A block: NAD, PCB, LEN, information, LRC. */
    private static String block(int pcb, String information) {
        Bytes inf = Hex.parse(information);
        Bytes start = Bytes.of(0, pcb, inf.length()).plus(inf);
        return start.plus(Bytes.of(start.xorSum())).toHex();
    }

    private CcidMessage message(int code, int status, Bytes data, Optional<CcidMessage> request) {
        Bytes header = Bytes.concat(Bytes.of(code), Bytes.littleEndian(data.length(), 4), Bytes.of(0, 1, status, 0, 0));
        return new CcidMessage(READER, List.of(++packet), packet, header, data, false, request);
    }

    private void exchange(String sent, String received) {
        CcidMessage request = message(0x6F, 0, Hex.parse(sent), Optional.empty());
        decoder.message(request);
        decoder.message(message(0x80, 0, Hex.parse(received), Optional.of(request)));
    }

    private void assertExchange(String command, String response) {
        ApduExchange last = exchanges.get(exchanges.size() - 1);
        assertEquals(ExchangeLevel.TPDU_T1, last.level());
        assertEquals(Optional.of(Hex.parse(command)), last.command());
        assertEquals(Optional.of(Hex.parse(response)), last.response());
    }

    @Test
    void oneBlockEachWay() {
        exchange(block(0x00, "00B0000002"), block(0x00, "01029000"));
        assertExchange("00B0000002", "01029000");
    }

    @Test
    void chainsBothWays() {
        exchange(block(0x20, "00D6000004"), block(0x90, ""));
        exchange(block(0x40, "01020304"), block(0x20, "AABB"));
        exchange(block(0x90, ""), block(0x40, "9000"));
        assertEquals(1, exchanges.size());
        assertExchange("00D600000401020304", "AABB9000");
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), exchanges.get(0).packets());
    }

    @Test
    void aBlockSentAgainCountsOnce() {
        exchange(block(0x20, "00D60000"), block(0x81, ""));
        exchange(block(0x20, "00D60000"), block(0x90, ""));
        exchange(block(0x40, "0101"), block(0x00, "9000"));
        assertExchange("00D600000101", "9000");
    }

    @Test
    void aDamagedAnswerIsAskedForAgain() {
        String whole = block(0x00, "01029000");
        exchange(block(0x00, "00B0000002"), whole.substring(0, whole.length() - 2) + "00");
        assertTrue(exchanges.isEmpty());
        exchange(block(0x81, ""), whole);
        assertExchange("00B0000002", "01029000");
    }

    @Test
    void moreTimeIsNoAnswer() {
        exchange(block(0x00, "0084000008"), block(0xC3, "05"));
        exchange(block(0xE3, "05"), block(0x00, "9000"));
        assertExchange("0084000008", "9000");
        assertEquals(1, exchanges.size());
    }

    @Test
    void aCommandThatWasNeverAnsweredIsNotJoinedToTheNext() {
        exchange(block(0x00, "0084000008"), block(0x82, ""));
        exchange(block(0x40, "00B0000001"), block(0x00, "119000"));
        assertEquals(1, exchanges.size());
        assertExchange("00B0000001", "119000");
    }

    @Test
    void sequencesStartAnewAfterResynch() {
        exchange(block(0x00, "0084000008"), block(0x00, "9000"));
        exchange(block(0xC0, ""), block(0xE0, ""));
        exchange(block(0x00, "00B0000001"), block(0x00, "119000"));
        assertEquals(2, exchanges.size());
        assertExchange("00B0000001", "119000");
    }

    /** What was under way when host and card started anew is sent again from its beginning. */
    @Test
    void aChainThatIsStartedAnewCountsOnce() {
        exchange(block(0x20, "00D60000"), block(0x82, ""));
        exchange(block(0xC0, ""), block(0xE0, ""));
        exchange(block(0x20, "00D60000"), block(0x90, ""));
        exchange(block(0x40, "0101"), block(0x00, "9000"));
        assertEquals(1, exchanges.size());
        assertExchange("00D600000101", "9000");
    }

    @Test
    void anAnswerThatIsNoBlockIsSaidSo() {
        exchange(block(0x00, "0084000008"), "0102030405");
        assertEquals(FaultKind.BAD_T1_BLOCK, faults.get(0).kind());
    }
}
