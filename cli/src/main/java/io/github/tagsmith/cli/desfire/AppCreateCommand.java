package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.ApplicationParameters;
import io.github.tagsmith.desfire.command.CreateApplication;
import io.github.tagsmith.desfire.command.CreateDelegatedApplication;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySets;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.model.KeyVersion;
import java.util.LinkedHashMap;
import java.util.Map;
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
        footer = {
            "%nExamples:",
            "  tagsmith desfire app create 123456 --keys 5 --algorithm aes --auth 0:default",
            "  tagsmith desfire app create 123456 --keys 2 --delegated --dam-slot 1 \\",
            "      --dam-quota 64 --dam-enc-key @enc.txt --dam-mac-key @mac.txt \\",
            "      --auth 16:@dam.txt",
            "%nWith --dry-run the owner's approval is only made and shown: EncK and DAMMAC are",
            "given to --dam-cryptogram and --dam-mac by whoever creates the application."
        })
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

    @Mixin
    private IsoFileIdOption isoFileId = new IsoFileIdOption();

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
    private DelegationOptions delegation = new DelegationOptions();

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
        ApplicationParameters parameters = parameters();
        return card.workAtCardLevel(context, target -> {
            Optional<CreateDelegatedApplication> delegated = delegation.creation(target, parameters);
            if (delegated.isPresent()) {
                target.wants(KeyNo.DAM_AUTHENTICATION);
            }
            Fields fields = target.fields("desfire app create").with("created", application.toString());
            fields.with("delegation", delegated.map(AppCreateCommand::json).orElse(null));
            delegated.ifPresent(approved ->
                    fields.line("EncK    " + approved.encryptedKey()).line("DAMMAC  " + approved.damMac()));
            return options.apply(
                    context,
                    target,
                    fields,
                    new Deed(
                            "create",
                            "created",
                            (delegated.isPresent() ? "delegated " : "") + "application " + application + " with "
                                    + Words.count(keys, "key") + " for " + algorithm),
                    () -> {
                        if (delegated.isPresent()) {
                            target.channel().send(delegated.get());
                        } else {
                            target.channel().send(new CreateApplication(parameters));
                        }
                    });
        });
    }

    private static Map<String, @Nullable Object> json(CreateDelegatedApplication approved) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("slot", approved.slot().number());
        json.put("version", approved.slot().version());
        json.put("quota", approved.slot().quota());
        json.put("encryptedKey", approved.encryptedKey().toHex());
        json.put("mac", approved.damMac().toHex());
        return json;
    }

    private ApplicationParameters parameters() throws NfcException {
        return Arguments.checked(() -> {
            Optional<KeySets> sets = Optional.ofNullable(keySets)
                    .map(count -> new KeySets(
                            KeyVersion.ZERO, count, algorithm == KeyAlgorithm.TDEA_3 ? 24 : 16, KeyNo.MASTER));
            ApplicationParameters made = new ApplicationParameters(
                    application,
                    new ApplicationKeys(settings, keys, algorithm, fileIds, sets),
                    isoFileId.value(),
                    Optional.ofNullable(dfName));
            return new CreateApplication(made).parameters();
        });
    }
}
