package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.Cancellation;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.Interrupt;

/** While it is open, Ctrl-C calls the work with the card off, and the command ends with what it has. */
final class CallOff implements AutoCloseable {

    private final Cancellation cancellation = new Cancellation();
    private final Interrupt interrupt;

    /** With what is said when it happens. */
    CallOff(CommandContext context, String consequence) {
        interrupt = new Interrupt(() -> {
            context.output().note("tagsmith: interrupted; " + consequence);
            cancellation.cancel();
        });
    }

    Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public void close() {
        interrupt.close();
    }
}
