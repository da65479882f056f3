package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.memory.TransactionMacFile;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.Map;
import java.util.Optional;

/** Committing and aborting. All changed files become the files of the application in one step. */
final class Transactions {

    private static final int TELL_MAC = 1;

    private Transactions() {}

    static void addTo(CommandRows rows) {
        rows.row(Instruction.COMMIT_TRANSACTION)
                .needs(Capability.TRANSACTIONS)
                .bytes(0, 1)
                .does(Transactions::commit);
        rows.row(Instruction.ABORT_TRANSACTION).needs(Capability.TRANSACTIONS).does(Transactions::abort);
    }

    private static Outcome commit(Draft card, Parameters command) throws Refusal {
        boolean tell = command.length() == 1 && command.at(0) == TELL_MAC;
        if (command.length() == 1 && (command.at(0) > TELL_MAC || !card.can(Capability.TRANSACTION_MAC))) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
        Transaction transaction = open(card);
        Application application = card.application();
        for (Map.Entry<FileNo, CardFile> changed : transaction.shadows().entrySet()) {
            application = application.with(changed.getKey(), changed.getValue().settled());
        }
        card.store(card.stored().with(application));
        card.activate(card.activation().with(Transaction.NONE));
        return tell ? Outcome.of(transactionMac(card).content()) : Outcome.DONE;
    }

    private static TransactionMacFile transactionMac(Draft card) throws Refusal {
        Optional<FileNo> number = card.application().transactionMacFile();
        if (number.isEmpty()) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        return card.file(number.get(), TransactionMacFile.class);
    }

    private static Outcome abort(Draft card, Parameters command) throws Refusal {
        open(card);
        card.activate(card.activation().with(Transaction.NONE));
        return Outcome.DONE;
    }

    private static Transaction open(Draft card) throws Refusal {
        Transaction transaction = card.activation().transaction();
        if (transaction.isEmpty()) {
            throw new Refusal(DesfireStatus.NO_CHANGES);
        }
        return transaction;
    }
}
