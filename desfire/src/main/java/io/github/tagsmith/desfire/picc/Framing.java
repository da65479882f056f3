package io.github.tagsmith.desfire.picc;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.picc.command.CommandProcessor;
import io.github.tagsmith.desfire.picc.command.Reply;

/**
 * How a command comes in and its answer goes out.
 *
 * <pre>
 * native    command data                     status data
 * wrapped   90 command 00 00 [Lc data] [Le]  data 91 status
 * iso       00 command P1 P2 [Lc data] [Le]  data status word
 * </pre>
 *
 * <p>A native frame has at most 60 bytes, the first one included (protocol reference section 1). The codes 00 and 90 are no native
 * commands, so the first byte tells. Commands that the transport chains, and everything on cards that know no other, come in
 * one piece of any length and are answered in one.
 */
enum Framing {
    /** Bare native frames. */
    NATIVE {
        @Override
        Bytes answer(Bytes command, CommandProcessor processor) {
            if (command.isEmpty() || command.length() > FRAME) {
                return Bytes.of(DesfireStatus.LENGTH_ERROR.code());
            }
            Reply reply = processor.process(command.get(0), command.slice(1), FRAME - 1);
            return Bytes.of(reply.status().code()).plus(reply.data());
        }
    },
    /** Native commands in ISO 7816-4 ones of class 90. */
    WRAPPED {
        @Override
        Bytes answer(Bytes command, CommandProcessor processor) {
            try {
                Reply reply = unwrapped(CommandApdu.parse(command), processor);
                return reply.data().plus(Bytes.of(NATIVE_SW1, reply.status().code()));
            } catch (NfcException malformed) {
                return StatusWord.WRONG_LENGTH.bytes();
            }
        }
    },
    /** ISO 7816-4 commands of class 00. */
    ISO {
        @Override
        Bytes answer(Bytes command, CommandProcessor processor) {
            try {
                return processor.process(CommandApdu.parse(command)).bytes();
            } catch (NfcException malformed) {
                return StatusWord.WRONG_LENGTH.bytes();
            }
        }
    },
    /** A class that the card does not know. */
    UNKNOWN {
        @Override
        Bytes answer(Bytes command, CommandProcessor processor) {
            return StatusWord.CLASS_NOT_SUPPORTED.bytes();
        }
    };

    private static final int FRAME = 60;
    private static final int ISO_CLASS = 0x00;
    private static final int WRAPPED_CLASS = 0x90;
    private static final int NATIVE_SW1 = 0x91;

    /** The framing of a command. */
    static Framing of(Bytes command, CardGeneration generation) {
        int first = command.isEmpty() ? -1 : command.get(0);
        if (first == WRAPPED_CLASS) {
            return WRAPPED;
        }
        if (first == ISO_CLASS) {
            return ISO;
        }
        return generation.can(Capability.NATIVE_FRAMING) ? NATIVE : UNKNOWN;
    }

    /** Does a command and frames its answer. */
    abstract Bytes answer(Bytes command, CommandProcessor processor);

    private static Reply unwrapped(CommandApdu apdu, CommandProcessor processor) {
        if (apdu.p1() != 0 || apdu.p2() != 0) {
            return Reply.of(DesfireStatus.PARAMETER_ERROR);
        }
        if (!processor.isWhole(apdu.ins())) {
            return apdu.data().length() >= FRAME
                    ? Reply.of(DesfireStatus.LENGTH_ERROR)
                    : processor.process(apdu.ins(), apdu.data(), FRAME - 1);
        }
        Reply reply = processor.process(apdu.ins(), apdu.data(), CommandApdu.MAX_EXTENDED_NE);
        int room = apdu.ne() == 0 ? CommandApdu.MAX_SHORT_NE : apdu.ne();
        return reply.data().length() > room ? Reply.of(DesfireStatus.LENGTH_ERROR) : reply;
    }
}
