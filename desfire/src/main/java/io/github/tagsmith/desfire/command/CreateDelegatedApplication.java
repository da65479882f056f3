package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.DelegatedSlot;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Creates an application in a slot that the card's owner has given away, EV2 and later. The owner makes the cryptogram of the
 * first key and the MAC. NXP NfcRdLib and liblogicalaccess send
 * those two in a frame of their own. Source: dam.json of the vectors (after AN12696); not seen on a card.
 *
 * @param parameters what the application is created with
 * @param slot the slot
 * @param encryptedKey EncK, 32 bytes
 * @param damMac DAMMAC, 8 bytes
 */
public record CreateDelegatedApplication(
        ApplicationParameters parameters, DelegatedSlot slot, Bytes encryptedKey, Bytes damMac) implements Order {

    /** Length of EncK in bytes. */
    public static final int ENCRYPTED_KEY_LENGTH = 32;

    /** Length of DAMMAC in bytes. */
    public static final int MAC_LENGTH = 8;

    /**
     * Checks the lengths.
     *
     * @param parameters what the application is created with
     * @param slot the slot
     * @param encryptedKey EncK, 32 bytes
     * @param damMac DAMMAC, 8 bytes
     */
    public CreateDelegatedApplication {
        if (encryptedKey.length() != ENCRYPTED_KEY_LENGTH || damMac.length() != MAC_LENGTH) {
            throw new IllegalArgumentException(
                    "EncK has 32 bytes and DAMMAC 8, not " + encryptedKey.length() + " and " + damMac.length());
        }
    }

    @Override
    public Instruction instruction() {
        return Instruction.CREATE_DELEGATED_APPLICATION;
    }

    @Override
    public Bytes header() {
        return Bytes.concat(parameters.aid().toWire(), slot.toWire(), parameters.keysAndNames());
    }

    @Override
    public Bytes data() {
        return encryptedKey.plus(damMac);
    }

    @Override
    public boolean dataInOwnFrame() {
        return true;
    }
}
