package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.Cancellation;
import io.github.tagsmith.classic.CardAccess;
import io.github.tagsmith.classic.ReaderAccess;
import io.github.tagsmith.classic.StorageCardNames;
import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.dump.DumpResult;
import io.github.tagsmith.classic.dump.Dumper;
import io.github.tagsmith.classic.dump.KeyList;
import io.github.tagsmith.classic.keys.KeysFound;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.plan.BlockReport.Outcome;
import io.github.tagsmith.classic.plan.WritePlan;
import io.github.tagsmith.classic.plan.WriteReport;
import io.github.tagsmith.classic.plan.WriteStep;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.ProgressLine;
import io.github.tagsmith.cli.input.CardConnection;
import io.github.tagsmith.cli.input.KeyMemory;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.identify.Atr;
import io.github.tagsmith.core.identify.StorageCardAtr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The MIFARE Classic card that a command works with, for as long as it does. */
final class TargetCard implements AutoCloseable {

    private final CommandContext context;
    private final CardConnection connection;
    private final ClassicType type;
    private final StorageCard commands;
    private final Bytes uid;
    private final CardAccess access;
    private KeyMemory memory = KeyMemory.NONE;

    private TargetCard(CommandContext context, CardConnection connection, ClassicType type) throws NfcException {
        this.context = context;
        this.connection = connection;
        this.type = type;
        this.commands = context.storageCard(connection);
        this.uid = commands.uid();
        this.access = new ReaderAccess(connection.card(), commands::fresh);
    }

    /** The card on the reader that is meant. */
    static TargetCard open(CommandContext context) throws NfcException {
        return open(context, new CardTypeOption());
    }

    /** The same, of a size that the reader may be wrong about. */
    static TargetCard open(CommandContext context, CardTypeOption size) throws NfcException {
        return open(context, size, context.connect());
    }

    static TargetCard open(CommandContext context, CardTypeOption size, CardConnection connection) throws NfcException {
        try {
            Optional<ClassicType> type = size.type();
            return new TargetCard(
                    context,
                    connection,
                    type.isPresent() ? type.get() : type(connection.card().atr()));
        } catch (NfcException e) {
            connection.close();
            throw e;
        }
    }

    private static ClassicType type(Bytes atr) throws NfcException {
        Optional<StorageCardAtr> storage = Atr.parse(atr).storageCard();
        return storage.flatMap(card -> StorageCardNames.type(card.cardName()))
                .orElseThrow(() -> new NfcException(
                                ErrorKind.REFUSED,
                                "this is no MIFARE Classic, by its ATR"
                                        + storage.map(card -> ": " + card.cardNameText())
                                                .orElse(""))
                        .withHint("`tagsmith info` tells what it is; --type says it where the reader is wrong"));
    }

    ClassicType type() {
        return type;
    }

    Bytes uid() {
        return uid;
    }

    CardAccess access() {
        return access;
    }

    CardConnection connection() {
        return connection;
    }

    int exchanges() {
        return connection.channel().count();
    }

    /** The keys to try: in an order that has proved good, and those of hidden sectors where those are meant. */
    List<ClassicKey> tried(List<ClassicKey> keys, KeyMemory memory) {
        List<ClassicKey> ordered = memory.ordered(keys);
        return type == ClassicType.K1_EV1_HIDDEN ? KeyList.join(ordered, KeyList.EV1_HIDDEN) : ordered;
    }

    /** What was found on this card before; nothing if it was not here before, or nothing is wanted. */
    KeyMemory memory(boolean wanted) {
        return KeyMemory.of(context.terminal().environment(), wanted && connection.isLasting());
    }

    /** Everything the keys open, and those that fitted before; nothing is of use if that is interrupted. */
    Dump read(List<SectorNo> sectors, List<ClassicKey> keys, boolean remembering) throws NfcException {
        try (CallOff callOff = new CallOff(context, "nothing was written")) {
            memory = memory(remembering);
            DumpResult result = dump(sectors, keys, memory, callOff.cancellation());
            if (result.interruption().isPresent()) {
                throw result.interruption().get();
            }
            if (result.isEmpty()) {
                throw nothingFits(keys);
            }
            remember(memory, result.sectors(), new KeysFound(result.dump().keys(), result.interruption()));
            return result.dump();
        }
    }

    /** Everything that the reader's size of the card says there is. */
    Dump read(List<ClassicKey> keys, boolean remembering) throws NfcException {
        return read(type.sectors(), keys, remembering);
    }

    static NfcException nothingFits(List<ClassicKey> keys) {
        return new NfcException(ErrorKind.AUTHENTICATION_FAILED, "none of " + keys.size() + " keys fits any sector")
                .withHint("Give the card's keys with --key or -k");
    }

    /** The same, also when it ended early. */
    DumpResult dump(List<SectorNo> sectors, List<ClassicKey> keys, KeyMemory memory, Cancellation cancellation)
            throws NfcException {
        List<ClassicKey> tried = tried(keys, memory);
        ProgressLine shown = context.progress("blocks read");
        Dumper dumper = new Dumper(
                access,
                type,
                sectors,
                (known, all, left) -> shown.at(known, all, tried.size() - left, tried.size()),
                cancellation);
        return dumper.dump(memory.keysOf(uid), tried, CardIdentity.ofUid(uid));
    }

    /** Nothing fails because of this. */
    void remember(KeyMemory memory, List<SectorNo> sectors, KeysFound found) {
        try {
            memory.remember(uid, sectors, found.over(memory.keysOf(uid)));
        } catch (NfcException e) {
            context.output().note("tagsmith: " + e.getMessage());
        }
    }

    /** A trailer that was written holds the keys that the plan has promised; of the others nothing new is known. */
    void rememberWritten(WritePlan plan, WriteReport report) {
        List<SectorNo> sectors = report.blocks().stream()
                .filter(block -> block.kind() == WriteStep.Kind.TRAILER && block.outcome() == Outcome.WRITTEN)
                .map(block -> block.block().sector())
                .toList();
        if (!sectors.isEmpty()) {
            remember(memory, sectors, new KeysFound(plan.promised().keys(), Optional.empty()));
        }
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> card = new LinkedHashMap<>();
        card.put("type", type.id());
        card.put("uid", uid.toHex());
        return card;
    }

    @Override
    public void close() {
        connection.close();
    }
}
