package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.picc.memory.Configuration;
import io.github.tagsmith.desfire.picc.memory.KeyPlace;
import io.github.tagsmith.desfire.picc.sm.CardSession;
import io.github.tagsmith.desfire.picc.sm.D40Handshake;
import io.github.tagsmith.desfire.picc.sm.Ev1Handshake;
import io.github.tagsmith.desfire.picc.sm.Ev2Handshake;
import io.github.tagsmith.desfire.picc.sm.Handshake;
import io.github.tagsmith.desfire.picc.sm.Introduction;
import io.github.tagsmith.desfire.picc.sm.LrpHandshake;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.Map;

/**
 * Beginning an authentication. A key of another algorithm than the command's gives AE, a number that no key has gives 40. After
 * LRP was switched on, only LRP works, and the reader says so by the second bit of its first capability byte; a reader that
 * asks for the other kind gets 9D (AN12321; the status is stated only). A method that SetConfiguration switched off gets 9D, too
 * (ours).
 *
 * <p>Every authentication but a further one, 77, drops an open transaction (M075031, as for Authenticate). That 77 leaves it
 * open follows from what it is for, going on with a transaction under another key; no document that is public says so.
 */
final class Authentication {

    private static final int NUMBER = 0x3F;
    private static final int LRP_BIT = 0x02;

    /** What the card must be able to do. */
    private static final Map<Instruction, Capability> NEEDS = Map.of(
            Instruction.AUTHENTICATE, Capability.D40,
            Instruction.AUTHENTICATE_ISO, Capability.ISO_AUTHENTICATION,
            Instruction.AUTHENTICATE_AES, Capability.AES_AUTHENTICATION,
            Instruction.AUTHENTICATE_EV2_FIRST, Capability.EV2_AUTHENTICATION,
            Instruction.AUTHENTICATE_EV2_NON_FIRST, Capability.EV2_AUTHENTICATION);

    /** What SetConfiguration 04 can switch off. */
    private static final Map<Instruction, Integer> SWITCHABLE = Map.of(
            Instruction.AUTHENTICATE, Configuration.NO_D40_MESSAGING,
            Instruction.AUTHENTICATE_ISO, Configuration.NO_EV1_MESSAGING,
            Instruction.AUTHENTICATE_AES, Configuration.NO_EV1_MESSAGING);

    private Authentication() {}

    static boolean isBegunBy(Instruction instruction, Draft card) {
        Capability needed = NEEDS.get(instruction);
        return needed != null && card.can(needed);
    }

    static Chain.Shaking begin(Instruction instruction, Draft card, Bytes parameters) throws Refusal {
        if (SWITCHABLE.containsKey(instruction) && card.stored().configuration().lacks(SWITCHABLE.get(instruction))) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        if (!parameters.isEmpty() && card.isOfSecond(parameters.get(0))) {
            card.turnToSecond();
        }
        return switch (instruction) {
            case AUTHENTICATE -> d40(card, parameters);
            case AUTHENTICATE_ISO -> ev1(card, parameters, AuthenticationMethod.ISO);
            case AUTHENTICATE_AES -> ev1(card, parameters, AuthenticationMethod.AES);
            case AUTHENTICATE_EV2_FIRST -> first(card, parameters);
            case AUTHENTICATE_EV2_NON_FIRST -> nonFirst(card, parameters);
            default -> throw new Refusal(DesfireStatus.ILLEGAL_COMMAND);
        };
    }

    private static Chain.Shaking d40(Draft card, Bytes parameters) throws Refusal {
        requireLength(parameters.length() == 1);
        KeyNo number = number(parameters);
        DesfireKey key = key(card, number, AuthenticationMethod.D40);
        Handshake handshake = D40Handshake.begin(key, card.random().next(D40Handshake.NONCE_LENGTH));
        return new Chain.Shaking(handshake, new Login(AuthenticationMethod.D40, card.target(), number), false);
    }

    private static Chain.Shaking ev1(Draft card, Bytes parameters, AuthenticationMethod method) throws Refusal {
        requireLength(parameters.length() == 1);
        KeyNo number = number(parameters);
        DesfireKey key = key(card, number, method);
        Bytes nonce = card.random().next(Ev1Handshake.nonceLength(key.algorithm()));
        return new Chain.Shaking(Ev1Handshake.begin(key, nonce), new Login(method, card.target(), number), false);
    }

    private static Chain.Shaking first(Draft card, Bytes parameters) throws Refusal {
        requireLength(parameters.length() >= 2 && parameters.length() == 2 + parameters.get(1));
        requireLength(parameters.get(1) <= Introduction.CAPABILITIES_LENGTH);
        KeyNo number = number(parameters);
        Bytes wanted = parameters.slice(2);
        boolean lrp = card.stored().configuration().lrp();
        if (lrp != (!wanted.isEmpty() && (wanted.get(0) & LRP_BIT) != 0)) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        AuthenticationMethod method = lrp ? AuthenticationMethod.LRP : AuthenticationMethod.EV2;
        DesfireKey key = key(card, number, method);
        RandomSource random = card.random();
        Bytes nonce = random.next(Ev2Handshake.NONCE_LENGTH);
        Introduction introduction = new Introduction(
                random.next(Introduction.TI_LENGTH),
                card.stored().configuration().capabilities(),
                wanted);
        Handshake handshake =
                lrp ? LrpHandshake.first(key, nonce, introduction) : Ev2Handshake.first(key, nonce, introduction);
        return new Chain.Shaking(handshake, new Login(method, card.target(), number), false);
    }

    private static Chain.Shaking nonFirst(Draft card, Bytes parameters) throws Refusal {
        requireLength(parameters.length() == 1);
        KeyNo number = number(parameters);
        boolean lrp = card.stored().configuration().lrp();
        AuthenticationMethod method = lrp ? AuthenticationMethod.LRP : AuthenticationMethod.EV2;
        DesfireKey key = key(card, number, method);
        Bytes nonce = card.random().next(Ev2Handshake.NONCE_LENGTH);
        CardSession current = card.activation().messaging();
        Handshake handshake =
                lrp ? LrpHandshake.nonFirst(key, nonce, current) : Ev2Handshake.nonFirst(key, nonce, current);
        return new Chain.Shaking(handshake, new Login(method, card.target(), number), true);
    }

    private static KeyNo number(Bytes parameters) {
        return new KeyNo(parameters.get(0) & NUMBER);
    }

    private static DesfireKey key(Draft card, KeyNo number, AuthenticationMethod method) throws Refusal {
        DesfireKey key = Keys.key(card, number);
        FailedAuthentications.check(card, new KeyPlace(card.target(), number));
        if (!method.takes(key.algorithm())) {
            throw new Refusal(DesfireStatus.AUTHENTICATION_ERROR);
        }
        return key;
    }

    private static void requireLength(boolean good) throws Refusal {
        if (!good) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
    }
}
