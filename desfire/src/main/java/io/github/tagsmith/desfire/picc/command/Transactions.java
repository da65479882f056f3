package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.memory.FilePlace;
import io.github.tagsmith.desfire.picc.memory.TransactionMacFile;
import io.github.tagsmith.desfire.picc.sm.Answer.Fill;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import io.github.tagsmith.desfire.picc.tmac.TransactionInput;
import io.github.tagsmith.desfire.picc.tmac.TransactionKeys;
import java.util.Map;
import java.util.Optional;

/**
 * Committing and aborting. All changed files become the files of the card in one step, those of both applications where two are
 * selected. Then each application has its own transaction MAC, and the commit tells that of the first one (ours: not published).
 */
final class Transactions {

    private static final int TELL_MAC = 1;
    private static final long LAST_COUNT = 0xFFFFFFFEL;

    private Transactions() {}

    /** The row of one of these commands. */
    static CommandRow row(Instruction instruction) {
        CommandRowBuilder row = new CommandRowBuilder(instruction);
        return switch (instruction) {
            case COMMIT_TRANSACTION ->
                row.needs(Capability.TRANSACTIONS).bytes(0, 1).does(Transactions::commit);
            case COMMIT_READER_ID ->
                row.needs(Capability.TRANSACTION_MAC)
                        .header(0)
                        .bytes(TransactionInput.READER_ID_LENGTH)
                        .does(Transactions::commitReaderId);
            case ABORT_TRANSACTION -> row.needs(Capability.TRANSACTIONS).does(Transactions::abort);
            default -> throw row.elsewhere();
        };
    }

    private static Outcome commit(Draft card, Parameters command) throws Refusal {
        boolean tell = command.length() == 1 && command.at(0) == TELL_MAC;
        if (command.length() == 1 && (command.at(0) > TELL_MAC || !card.can(Capability.TRANSACTION_MAC))) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
        Transaction transaction = open(card);
        if (tell && card.application().transactionMacFile().isEmpty()) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        Bytes answer = commit(card, transaction);
        if (card.activation().selection().second().isPresent()) {
            card.turnToSecond();
            commit(card, transaction);
        }
        card.activate(card.activation().with(Transaction.NONE));
        return Outcome.of(tell ? answer : Bytes.EMPTY);
    }

    /** In the application that the draft is turned to; what its transaction MAC file holds then. */
    private static Bytes commit(Draft card, Transaction transaction) throws Refusal {
        Application application = card.application();
        for (Map.Entry<FilePlace, CardFile> changed : transaction.shadows().entrySet()) {
            if (changed.getKey().aid().equals(application.aid())) {
                application = application.with(
                        changed.getKey().file(), changed.getValue().settled());
            }
        }
        Bytes mac = Bytes.EMPTY;
        Optional<FileNo> macFile = application.transactionMacFile();
        if (macFile.isPresent() && transaction.isIn(application.aid())) {
            TransactionMacFile counted = counted(card, macFile.get(), transaction.input(application.aid()));
            application = application.with(macFile.get(), counted);
            mac = counted.content();
        }
        card.store(card.stored().with(application));
        return mac;
    }

    /** Where CommitReaderID is possible it is needed (MF2DLHX0, stated only, with 9D as the status). */
    private static TransactionMacFile counted(Draft card, FileNo number, TransactionInput input) throws Refusal {
        TransactionMacFile file = card.file(number, TransactionMacFile.class);
        boolean named = !file.settings().access().rights().readWrite().equals(AccessRight.NEVER);
        if (named && input.readerId().isEmpty()) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        if (file.counter() >= LAST_COUNT) {
            throw new Refusal(DesfireStatus.INTEGRITY_ERROR);
        }
        return file.counted(keys(card, file).value(input), input.readerId().orElse(file.readerId()));
    }

    private static TransactionKeys keys(Draft card, TransactionMacFile file) {
        return TransactionKeys.of(
                file.key(), file.counter(), card.stored().production().uid());
    }

    /** Answers the identifier of the reader before, enciphered, to an authenticated reader; nothing to another one. */
    private static Outcome commitReaderId(Draft card, Parameters command) throws Refusal {
        FileNo number =
                card.application().transactionMacFile().orElseThrow(() -> new Refusal(DesfireStatus.PERMISSION_DENIED));
        TransactionMacFile file = card.file(number, TransactionMacFile.class);
        Optional<Login> login = card.activation().login();
        Purpose.READ_WRITE.check(file.settings().access(), card.key());
        Transaction transaction = card.activation().transaction();
        if (transaction.input(card.target()).readerId().isPresent()) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        Bytes enciphered = login.isPresent() ? keys(card, file).encipheredReaderId(file.readerId()) : Bytes.EMPTY;
        TransactionInput named = transaction.input(card.target()).committedBy(command.bytes(), enciphered);
        card.activate(card.activation().with(transaction.with(card.target(), named)));
        boolean whole = login.filter(by -> by.method().isCounting()).isPresent();
        return Outcome.of(enciphered).in(CommMode.FULL).filled(whole ? Fill.NOTHING : Fill.ZEROS);
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
