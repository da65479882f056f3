package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.Configuration;
import io.github.tagsmith.desfire.command.SetConfiguration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** A change of an option of the card or of an application, which cannot be taken back. */
final class ConfigurationChange {

    private static final String FOR_GOOD = " (this cannot be taken back)";

    /** Makes the option, for which the card may have to be asked. */
    @FunctionalInterface
    interface Maker {
        Configuration make(TargetCard card) throws NfcException;
    }

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    ConfigurationChange() {}

    /** Sets an option whose data says what it becomes. */
    int run(CommandContext context, String name, String what, Maker maker) throws NfcException {
        return card.workAtCardLevel(context, target -> {
            Configuration configuration = maker.make(target);
            String data = configuration.data().toHex();
            return apply(context, target, name, configuration, data, what + " to " + data);
        });
    }

    /** Sets an option whose name says what it becomes. */
    int runNamed(CommandContext context, String name, String what, Maker maker) throws NfcException {
        return card.workAtCardLevel(context, target -> {
            Configuration configuration = maker.make(target);
            return apply(
                    context, target, name, configuration, configuration.data().toHex(), what);
        });
    }

    /** Sets an option whose data is secret. */
    int runSecret(CommandContext context, String name, String what, Maker maker) throws NfcException {
        return card.workAtCardLevel(context, target -> apply(context, target, name, maker.make(target), null, what));
    }

    private int apply(
            CommandContext context,
            TargetCard target,
            String name,
            Configuration configuration,
            @Nullable String data,
            String words)
            throws NfcException {
        return options.applyAsking(
                context,
                target,
                target.fields("desfire config " + name)
                        .with("option", configuration.option())
                        .with("data", data),
                new Deed("set", "set", words + FOR_GOOD),
                () -> target.channel().send(new SetConfiguration(configuration)));
    }
}
