package io.github.tagsmith.cli.desfire.sdm;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.SdmSettings;
import io.github.tagsmith.desfire.sdm.SdmCipher;
import io.github.tagsmith.desfire.sdm.SdmTemplate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Secure dynamic messaging of a file: what its settings become. */
public final class SdmOptions {

    @Option(
            names = "--sdm-url",
            paramLabel = "TEMPLATE",
            description = "Mirror into a link: offsets as `desfire sdm template` works them out; its file is written"
                    + " separately.")
    @Nullable
    private String link;

    @Option(
            names = "--sdm-offsets",
            paramLabel = "LIST",
            converter = SdmOffsets.Word.class,
            description =
                    "Mirror to these places: uid=N, counter=N, picc=N, tamper=N, mac-input=N, enc=N:LENGTH, mac=N,"
                            + " with commas between them.")
    @Nullable
    private SdmOffsets offsets;

    @Option(
            names = "--sdm-rights",
            paramLabel = "META,FILE,COUNTER",
            converter = SdmRights.Word.class,
            description = "The key that enciphers UID and counter (free: in clear), the key of MAC and enciphered data,"
                    + " and who may ask for the counter; a key number, free or never each.")
    @Nullable
    private SdmRights rights;

    @Option(
            names = "--sdm-limit",
            paramLabel = "N",
            description = "Stop mirroring after so many reads: decimal or 0x, up to 0xFFFFFF.")
    @Nullable
    private String limit;

    @Option(names = "--sdm-lrp", description = "The card is set to LRP, whose {picc} is longer.")
    private boolean lrp;

    @Option(names = "--no-sdm", description = "Switch secure dynamic messaging off.")
    private boolean off;

    /** No option is set at first. */
    public SdmOptions() {}

    /**
     * Whether anything is to be changed.
     *
     * @return true if an option is given
     */
    public boolean isGiven() {
        return link != null || offsets != null || rights != null || limit != null || off;
    }

    /**
     * The settings that a file gets.
     *
     * @param now those that it has
     * @return the new ones; none if it is switched off, or was and stays so
     * @throws NfcException {@code INVALID_REQUEST} if the options do not go together
     */
    public Optional<SdmSettings> over(Optional<SdmSettings> now) throws NfcException {
        if (!isGiven()) {
            return now;
        }
        boolean on = link != null || offsets != null || rights != null || limit != null;
        if (off && on) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "--no-sdm goes with no other --sdm option");
        }
        if (off) {
            return Optional.empty();
        }
        if (link != null && offsets != null) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST, "--sdm-url works out the offsets: leave --sdm-offsets out");
        }
        SdmRights who = rights(now);
        try {
            return Optional.of(settings(now, who));
        } catch (NumberFormatException noNumber) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "\"" + limit + "\" is no number: decimal or 0x");
        } catch (IllegalArgumentException wrong) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, String.valueOf(wrong.getMessage()))
                    .withHint("`desfire sdm template` shows offsets that go together")
                    .withCause(wrong);
        }
    }

    private SdmRights rights(Optional<SdmSettings> now) throws NfcException {
        if (rights != null) {
            return rights;
        }
        return now.map(known -> new SdmRights(known.metaRead(), known.fileRead(), known.counterRetrieval()))
                .orElseThrow(() -> new NfcException(
                                ErrorKind.INVALID_REQUEST,
                                "secure dynamic messaging needs --sdm-rights META,FILE,COUNTER")
                        .withHint("for instance 2,1,never: key 2 enciphers UID and counter, key 1 makes the MAC"));
    }

    private SdmSettings settings(Optional<SdmSettings> now, SdmRights who) throws NfcException {
        Optional<Integer> stop =
                limit == null ? now.flatMap(SdmSettings::readCounterLimit) : Optional.of(Integer.decode(limit));
        if (link != null) {
            SdmSettings made = SdmTemplate.of(
                            link,
                            lrp ? SdmCipher.LRP : SdmCipher.AES,
                            who.metaRead(),
                            who.fileRead(),
                            who.counterRetrieval())
                    .settings();
            return with(made.uid(), made.readCounter(), made.offsets(), who(made), stop);
        }
        if (offsets == null && now.isEmpty()) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST, "secure dynamic messaging needs --sdm-url or --sdm-offsets");
        }
        SdmSettings.Offsets places = offsets == null ? now.orElseThrow().offsets() : offsets.offsets();
        boolean enciphered = places.piccData().isPresent();
        boolean uid = offsets == null
                ? now.orElseThrow().uid()
                : enciphered || places.uid().isPresent();
        boolean counter = offsets == null
                ? now.orElseThrow().readCounter()
                : enciphered || places.readCounter().isPresent();
        return with(uid, counter, places, who, stop);
    }

    private static SdmRights who(SdmSettings made) {
        return new SdmRights(made.metaRead(), made.fileRead(), made.counterRetrieval());
    }

    /** Who may ask for a counter that is not there is nobody. */
    private static SdmSettings with(
            boolean uid, boolean counter, SdmSettings.Offsets places, SdmRights who, Optional<Integer> stop) {
        return new SdmSettings(
                uid,
                counter,
                true,
                who.metaRead(),
                who.fileRead(),
                counter ? who.counterRetrieval() : AccessRight.NEVER,
                places,
                stop);
    }
}
