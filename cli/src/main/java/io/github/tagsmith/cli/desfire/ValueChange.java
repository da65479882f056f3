package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.desfire.ContentChange.Plan;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A change of a value, and its commit. */
final class ValueChange {

    @Parameters(index = "0", paramLabel = "NO", converter = Words.FileNoWord.class, description = "The file: 0 to 31.")
    private FileNo file = new FileNo(0);

    @Parameters(
            index = "1",
            paramLabel = "AMOUNT",
            converter = Words.NumberWord.class,
            description = "How much: 0 or more.")
    private int amount = 0;

    @Mixin
    private ModeOption comm = new ModeOption();

    @Mixin
    private ContentChange change = new ContentChange();

    ValueChange() {}

    int run(CommandContext context, ValueOperation operation) throws NfcException {
        if (amount < 0) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST, amount + " is negative: use credit or debit the other way");
        }
        return change.run(context, target -> {
            FileContent content = target.file(file, operation.operation());
            ValueFiles.require(content);
            CommMode used = comm.mode(content, operation.operation());
            Fields fields = target.fields(operation.command())
                    .with("file", file.value())
                    .with("comm", Words.mode(used))
                    .with("amount", amount);
            return new Plan(
                    content,
                    fields,
                    operation.deed(amount, file),
                    open -> open.send(operation.make(file, amount, used)));
        });
    }
}
