package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.ApplicationParameters;
import io.github.tagsmith.desfire.command.CreateApplication;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySets;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.model.KeyVersion;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desfire app create}. */
@Command(
        name = "create",
        description = {"Create an application."},
        footer = {"%nExample:", "  tagsmith desfire app create 123456 --keys 5 --algorithm aes --auth 0:default"})
public final class AppCreateCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            paramLabel = "AID",
            converter = Words.AidWord.class,
            description = "The new application: 6 hexadecimal digits.")
    private Aid application = Aid.PICC;

    @Option(
            names = "--keys",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            required = true,
            description = "How many keys: 1 to 14.")
    private int keys = 1;

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            converter = Words.AlgorithmWord.class,
            defaultValue = "aes",
            description = "des, 2k3des, 3k3des or aes (default: aes).")
    private KeyAlgorithm algorithm = KeyAlgorithm.AES;

    @Option(
            names = "--settings",
            paramLabel = "HEX",
            converter = Words.KeySettingsWord.class,
            defaultValue = "0F",
            description = "The key settings (default: 0F).")
    private KeySettings settings = KeySettings.FACTORY;

    @Option(
            names = "--iso-fid",
            paramLabel = "FID",
            converter = Words.IsoFileIdWord.class,
            description = "Its ISO file identifier: 4 hexadecimal digits.")
    @Nullable
    private IsoFileId isoFileId;

    @Option(
            names = "--df-name",
            paramLabel = "NAME",
            converter = Words.DfNameWord.class,
            description = "Its DF name: hex, text:... or ndef.")
    @Nullable
    private DfName dfName;

    @Option(names = "--file-ids", description = "Its files have ISO file identifiers.")
    private boolean fileIds;

    @Option(
            names = "--key-sets",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            description = "How many key sets, EV2 and later.")
    @Nullable
    private Integer keySets;

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public AppCreateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        CreateApplication command = creation();
        try (TargetCard target = TargetCard.open(context, card)) {
            return options.apply(
                    context,
                    target,
                    target.fields("desfire app create").with("created", application.toString()),
                    new Deed(
                            "create",
                            "created",
                            "application " + application + " with " + Words.count(keys, "key") + " for " + algorithm),
                    () -> target.channel().send(command));
        }
    }

    private CreateApplication creation() throws NfcException {
        return Arguments.checked(() -> {
            Optional<KeySets> sets = Optional.ofNullable(keySets)
                    .map(count -> new KeySets(
                            KeyVersion.ZERO, count, algorithm == KeyAlgorithm.TDEA_3 ? 24 : 16, KeyNo.MASTER));
            return new CreateApplication(new ApplicationParameters(
                    application,
                    new ApplicationKeys(settings, keys, algorithm, fileIds, sets),
                    Optional.ofNullable(isoFileId),
                    Optional.ofNullable(dfName)));
        });
    }
}
