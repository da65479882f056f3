package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.Configuration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desfire config messaging}. */
@Command(
        name = "messaging",
        description = {"Secure messaging that is refused from now on, EV2 and later."},
        footer = {"%nExample:", "  tagsmith desfire config messaging --no-d40 --auth 0:@master.txt"})
public final class ConfigMessagingCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--no-d40", description = "Refuse the authentication of the first DESFire.")
    private boolean noD40;

    @Option(names = "--no-ev1", description = "Refuse the authentications of EV1.")
    private boolean noEv1;

    @Option(names = "--no-chained-writing", description = "Refuse chained writing in EV2 sessions.")
    private boolean noChaining;

    @Mixin
    private ConfigurationChange change = new ConfigurationChange();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ConfigMessagingCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return change.run(
                context,
                "messaging",
                "secure messaging",
                target -> new Configuration.SecureMessaging(noD40, noEv1, noChaining));
    }
}
