package io.github.tagsmith.desfire.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.sm.Handshake;
import io.github.tagsmith.desfire.sm.LostSession;
import io.github.tagsmith.desfire.sm.RawCommand;
import io.github.tagsmith.desfire.sm.SessionKeys;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In each kind of session, each kind of bad answer: a typed error, the session lost, nothing sent again by itself, and nothing sent at
 * all until the session is left knowingly.
 */
class LostChannelTest {

    private static final RawCommand READ = RawCommand.of(Instruction.READ_DATA, "01000000100000", "", CommMode.FULL)
            .answeredBy(16);
    private static final RawCommand MACED = RawCommand.of(Instruction.READ_DATA, "01000000100000", "", CommMode.MAC);
    private static final RawCommand WRITE =
            RawCommand.of(Instruction.WRITE_DATA, "01000000640000", "AB".repeat(100), CommMode.FULL);

    private record Bad(String name, RawCommand command, ErrorKind kind, List<String> answers) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Bad bad(String name, RawCommand command, ErrorKind kind, String... answers) {
        return new Bad(name, command, kind, List.of(answers));
    }

    private static Stream<Bad> answers() {
        return Stream.of(
                bad("nothing", READ, ErrorKind.PROTOCOL, "9100"),
                bad("no whole blocks", READ, ErrorKind.PROTOCOL, "11".repeat(21) + "9100"),
                bad("wrong MAC, checksum or padding", READ, ErrorKind.PROTOCOL, "11".repeat(40) + "9100"),
                bad("a MAC alone, and wrong", MACED, ErrorKind.PROTOCOL, "11".repeat(8) + "9100"),
                bad("wrong MAC", MACED, ErrorKind.PROTOCOL, "11".repeat(24) + "9100"),
                bad("too short for a MAC", MACED, ErrorKind.PROTOCOL, "1122339100"),
                bad("integrity error", READ, ErrorKind.REFUSED, "911E"),
                bad("a status that no document names", READ, ErrorKind.PROTOCOL, "9177"),
                bad("another command's success", READ, ErrorKind.PROTOCOL, "9190"),
                bad("an ISO success", READ, ErrorKind.PROTOCOL, "9000"),
                bad("no status", READ, ErrorKind.PROTOCOL, "91"),
                bad("an error in mid-chain", READ, ErrorKind.REFUSED, "11".repeat(59) + "91AF", "91CA"),
                bad("success before all was sent", WRITE, ErrorKind.PROTOCOL, "9100"),
                bad("data before all was sent", WRITE, ErrorKind.PROTOCOL, "0191AF"),
                bad("an error before all was sent", WRITE, ErrorKind.REFUSED, "91AF", "91BE"));
    }

    static Stream<Arguments> eachInEach() {
        return Stream.of(AuthenticationMethod.values())
                .flatMap(method -> answers().map(bad -> Arguments.of(method, bad)));
    }

    private static DesfireChannel opened(AuthenticationMethod method, ApduChannel card) throws NfcException {
        boolean lrp = method == AuthenticationMethod.LRP;
        Bytes challenge = lrp ? Bytes.of(1).plus(Bytes.zeros(16)) : Bytes.zeros(16);
        Handshake.Proven proven = Handshake.first(method, new KeyNo(1))
                .challenged(challenge)
                .answered(Bytes.zeros(32))
                .proven(Bytes.EMPTY);
        SecretBytes key = SecretBytes.of(Bytes.repeat(16, 0x42));
        Bytes opening = Bytes.zeros(10).plus(Bytes.fromHex(lrp ? "020000000000" : "000000000000"));
        DesfireChannel channel = DesfireChannel.over(card);
        channel.open(proven, new SessionKeys(key, key, opening));
        return channel;
    }

    @ParameterizedTest
    @MethodSource("eachInEach")
    void aBadAnswer(AuthenticationMethod method, Bad bad) throws NfcException {
        Deque<String> answers = new ArrayDeque<>(bad.answers());
        DesfireChannel channel = opened(method, sent -> Bytes.fromHex(answers.remove()));
        NfcException error = assertThrows(NfcException.class, () -> channel.send(bad.command()));
        assertEquals(bad.kind(), error.kind(), error::toString);
        assertLost(channel, bad.answers().size());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void anAnswerThatNeverCame(AuthenticationMethod method) throws NfcException {
        DesfireChannel channel = opened(method, sent -> {
            throw new NfcException(ErrorKind.CARD_REMOVED, "the card was taken away");
        });
        NfcException error = assertThrows(NfcException.class, () -> channel.send(READ));
        assertEquals(ErrorKind.CARD_REMOVED, error.kind());
        assertLost(channel, 1);
    }

    /** 2304 frames are more than the largest file needs. */
    @ParameterizedTest
    @MethodSource("methods")
    void aChainWithoutEnd(AuthenticationMethod method) throws NfcException {
        DesfireChannel channel = opened(method, sent -> Bytes.fromHex("0091AF"));
        NfcException error = assertThrows(NfcException.class, () -> channel.send(READ));
        assertEquals(ErrorKind.PROTOCOL, error.kind());
        assertLost(channel, 2305);
    }

    static Stream<AuthenticationMethod> methods() {
        return Stream.of(AuthenticationMethod.values());
    }

    private static void assertLost(DesfireChannel channel, int sent) {
        assertEquals(sent, channel.exchanges());
        assertInstanceOf(LostSession.class, channel.session());
        NfcException next = assertThrows(NfcException.class, () -> channel.send(READ));
        assertEquals(ErrorKind.INVALID_REQUEST, next.kind());
        assertEquals(sent, channel.exchanges());
    }
}
