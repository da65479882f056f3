package io.github.tagsmith.desfire.dam;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.desfire.command.ApplicationParameters;
import io.github.tagsmith.desfire.command.CreateDelegatedApplication;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.DelegatedSlot;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * The keys with which a card's owner lets somebody else create an application.
 *
 * <pre>
 * EncK    CBC with zero initial value under PICCDAMENCKey: random(7) || key, zeros to 24 || key version
 * DAMMAC  truncated CMAC under PICCDAMMACKey: C9 || AID || slot || slot version || quota || settings .. || EncK
 * </pre>
 *
 * <p>Source: dam.json of the vectors, after NXP AN12696; computed numbers, not seen on a card.
 *
 * @param encryption PICCDAMENCKey, key 12 of the card, 16 bytes
 * @param mac PICCDAMMACKey, key 11 of the card, 16 bytes
 */
public record DelegationKeys(SecretBytes encryption, SecretBytes mac) {

    private static final int RANDOM_LENGTH = 7;
    private static final int KEY_FIELD = 24;
    private static final int BLOCK = 16;

    /**
     * Enciphers the first key of the application.
     *
     * @param key the key
     * @param random where the 7 random bytes come from
     * @return EncK, 32 bytes
     */
    public Bytes encipher(DesfireKey key, RandomSource random) {
        Bytes value = key.value().reveal();
        Bytes clear = Bytes.concat(
                random.next(RANDOM_LENGTH),
                value,
                Bytes.zeros(KEY_FIELD - value.length()),
                Bytes.of(key.version().value()));
        return BlockCipher.aes(encryption.reveal()).encipherCbc(Bytes.zeros(BLOCK), clear);
    }

    /**
     * The MAC of any message of delegated application management.
     *
     * @param message what it covers
     * @return 8 bytes
     */
    public Bytes mac(Bytes message) {
        return new Cmac(BlockCipher.aes(mac.reveal())).truncated(message);
    }

    /**
     * Makes the command that creates the application; whoever gets it can send it with the authentication key of the slot.
     *
     * @param parameters what the application is created with
     * @param slot the slot
     * @param firstKey the key that the application begins with
     * @param random where random bytes come from
     * @return the command with its cryptogram and MAC
     */
    public CreateDelegatedApplication creation(
            ApplicationParameters parameters, DelegatedSlot slot, DesfireKey firstKey, RandomSource random) {
        Bytes encrypted = encipher(firstKey, random);
        CreateDelegatedApplication unsigned = new CreateDelegatedApplication(
                parameters, slot, encrypted, Bytes.zeros(CreateDelegatedApplication.MAC_LENGTH));
        Bytes message = Bytes.concat(Bytes.of(unsigned.instruction().code()), unsigned.header(), encrypted);
        return new CreateDelegatedApplication(parameters, slot, encrypted, mac(message));
    }

    /**
     * The MAC for deleting a delegated application: over command and AID. Source: NXP NfcRdLib names the option; its layout is
     * stated only.
     *
     * @param aid the application
     * @return 8 bytes
     */
    public Bytes deletionMac(Aid aid) {
        return mac(Bytes.of(Instruction.DELETE_APPLICATION.code()).plus(aid.toWire()));
    }
}
