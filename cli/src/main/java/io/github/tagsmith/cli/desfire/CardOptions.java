package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.Framing;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.DfName;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which application, which key, and how to speak to the card. */
final class CardOptions {

    @Option(
            names = "--app",
            paramLabel = "AID",
            converter = Words.AidWord.class,
            description = "The application, most significant byte first (default: 000000, the card itself; in a script"
                    + " the one that is selected).")
    @Nullable
    private Aid application;

    @Option(
            names = "--app-name",
            paramLabel = "NAME",
            converter = Words.DfNameWord.class,
            description = "Select by DF name instead: hex, text:..., or ndef. The one application of DESFire Light and"
                    + " NTAG 424 DNA is found without.")
    @Nullable
    private DfName dfName;

    @Option(
            names = "--auth",
            paramLabel = "KEYNO:KEY",
            description = "Authenticate: key number, and the key as default, hex, @FILE, env:NAME or - (asked);"
                    + " des:, 2k3des:, 3k3des: or aes: before it says the algorithm. In a script the session stays.")
    @Nullable
    private String authentication;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            converter = MethodChoice.class,
            defaultValue = "auto",
            description = "auto, d40, iso, aes, ev2 or lrp (default: the newest that card and key know).")
    private Auto<AuthenticationMethod> method = Auto.open();

    @Option(
            names = "--framing",
            paramLabel = "FORM",
            converter = FramingWord.class,
            defaultValue = "auto",
            description = "auto, native or iso: bare commands, or wrapped in APDUs.")
    private Auto<Framing> framing = Auto.open();

    CardOptions() {}

    /** Does something with the card, with the application selected and the key that was given. */
    int work(CommandContext context, TargetCard.Work work) throws NfcException {
        try (TargetCard card = TargetCard.open(context, this)) {
            return card.run(work);
        }
    }

    /** The same for a command of the card level, which goes there unless told otherwise. */
    int workAtCardLevel(CommandContext context, TargetCard.Work work) throws NfcException {
        try (TargetCard card = TargetCard.openCardLevel(context, this)) {
            return card.run(work);
        }
    }

    /** The same without authentication. */
    int workUnauthenticated(CommandContext context, TargetCard.Work work) throws NfcException {
        try (TargetCard card = TargetCard.select(context, this)) {
            return card.run(work);
        }
    }

    /** The application that is asked for, if one is. */
    Optional<Selection> selection() {
        return application == null && dfName == null
                ? Optional.empty()
                : Optional.of(new Selection(application == null ? Aid.PICC : application, Optional.ofNullable(dfName)));
    }

    Optional<String> authentication() {
        return Optional.ofNullable(authentication);
    }

    Optional<AuthenticationMethod> method() {
        return method.fixed();
    }

    Optional<Framing> framing() {
        return framing.fixed();
    }

    static final class MethodChoice implements ITypeConverter<Auto<AuthenticationMethod>> {

        @Override
        public Auto<AuthenticationMethod> convert(String value) {
            return value.equalsIgnoreCase("auto") ? Auto.open() : Auto.fixed(new Words.MethodWord().convert(value));
        }
    }

    static final class FramingWord implements ITypeConverter<Auto<Framing>> {

        @Override
        public Auto<Framing> convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "auto" -> Auto.open();
                case "native" -> Auto.fixed(Framing.NATIVE);
                case "iso" -> Auto.fixed(Framing.WRAPPED);
                default -> throw new TypeConversionException("\"" + value + "\" is no framing: auto, native or iso");
            };
        }
    }
}
