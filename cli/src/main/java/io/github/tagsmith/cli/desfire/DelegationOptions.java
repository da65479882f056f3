package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.ApplicationParameters;
import io.github.tagsmith.desfire.command.CreateDelegatedApplication;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.dam.DelegationKeys;
import io.github.tagsmith.desfire.model.DelegatedSlot;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A place that the card's owner gives away, and the owner's approval: made here from two keys, or given. */
final class DelegationOptions {

    @Option(
            names = "--delegated",
            description = "Create it in a place that the card's owner has given away, EV2 and later: --auth 16:KEY with"
                    + " the owner's approval, from --dam-enc-key and --dam-mac-key, or --dam-cryptogram and --dam-mac.")
    private boolean delegated;

    @Option(
            names = "--dam-slot",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            defaultValue = "0",
            description = "The place: 0 to 65535 (default: 0).")
    private int slot;

    @Option(
            names = "--dam-version",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            defaultValue = "0",
            description = "Its version: 0 to 255 (default: 0).")
    private int version;

    @Option(
            names = "--dam-quota",
            paramLabel = "BLOCKS",
            converter = Words.NumberWord.class,
            description = "Its size, in blocks of 32 bytes.")
    @Nullable
    private Integer quota;

    @Option(names = "--dam-enc-key", paramLabel = "KEY", description = "The owner's PICCDAMENCKey, key 18 of the card.")
    @Nullable
    private String encKey;

    @Option(names = "--dam-mac-key", paramLabel = "KEY", description = "The owner's PICCDAMMACKey, key 17 of the card.")
    @Nullable
    private String macKey;

    @Option(
            names = "--first-key",
            paramLabel = "KEY",
            defaultValue = "default",
            description = "What all its keys are at first (default: zeros).")
    private String firstKey = "default";

    @Option(
            names = "--dam-cryptogram",
            paramLabel = "HEX",
            converter = Words.BytesWord.class,
            description = "The owner's EncK, 32 bytes.")
    @Nullable
    private Bytes cryptogram;

    @Option(
            names = "--dam-mac",
            paramLabel = "HEX",
            converter = Words.BytesWord.class,
            description = "The owner's DAMMAC, 8 bytes.")
    @Nullable
    private Bytes mac;

    DelegationOptions() {}

    /** The command, if a delegated application is meant. */
    Optional<CreateDelegatedApplication> creation(TargetCard card, ApplicationParameters parameters)
            throws NfcException {
        boolean any = quota != null || encKey != null || macKey != null || cryptogram != null || mac != null;
        if (!delegated && any) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "the --dam options go with --delegated");
        }
        return delegated ? Optional.of(approved(card, parameters)) : Optional.empty();
    }

    private CreateDelegatedApplication approved(TargetCard card, ApplicationParameters parameters) throws NfcException {
        if (quota == null) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "a delegated application needs --dam-quota BLOCKS");
        }
        int blocks = quota;
        DelegatedSlot place = Arguments.checked(() -> new DelegatedSlot(slot, version, blocks));
        if (cryptogram != null && mac != null && encKey == null && macKey == null) {
            Bytes encrypted = cryptogram;
            Bytes approval = mac;
            return Arguments.checked(() -> new CreateDelegatedApplication(parameters, place, encrypted, approval));
        }
        if (encKey == null || macKey == null || cryptogram != null || mac != null) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST,
                    "the owner's approval is --dam-enc-key and --dam-mac-key, or --dam-cryptogram and --dam-mac");
        }
        SecretBytes enciphering =
                card.key(encKey, Optional.of(KeyAlgorithm.AES)).value();
        SecretBytes approving = card.key(macKey, Optional.of(KeyAlgorithm.AES)).value();
        return new DelegationKeys(enciphering, approving)
                .creation(
                        parameters,
                        place,
                        card.key(firstKey, Optional.of(parameters.keys().algorithm())),
                        RandomSource.secure());
    }
}
