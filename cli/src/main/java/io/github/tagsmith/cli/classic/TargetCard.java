package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.CardAccess;
import io.github.tagsmith.classic.ReaderAccess;
import io.github.tagsmith.classic.StorageCardNames;
import io.github.tagsmith.classic.dump.Cancellation;
import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.dump.DumpResult;
import io.github.tagsmith.classic.dump.Dumper;
import io.github.tagsmith.classic.keys.KeyMap;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.cli.command.CommandContext;
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
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The MIFARE Classic card that a command works with, for as long as it does. */
final class TargetCard implements AutoCloseable {

    private final CommandContext context;
    private final CardConnection connection;
    private final ClassicType type;
    private final StorageCard commands;
    private final Bytes uid;
    private final CardAccess access;

    private TargetCard(CommandContext context, CardConnection connection, ClassicType type) throws NfcException {
        this.context = context;
        this.connection = connection;
        this.type = type;
        this.commands = context.storageCard(connection);
        this.uid = commands.uid();
        this.access = new ReaderAccess(connection.card(), commands::fresh);
    }

    static TargetCard open(CommandContext context, @Nullable String typeId) throws NfcException {
        CardConnection connection = context.connect();
        try {
            return new TargetCard(context, connection, type(connection.card().atr(), typeId));
        } catch (NfcException e) {
            connection.close();
            throw e;
        }
    }

    private static ClassicType type(Bytes atr, @Nullable String typeId) throws NfcException {
        if (typeId != null) {
            return ClassicType.ofId(typeId)
                    .orElseThrow(() -> new NfcException(
                            ErrorKind.INVALID_REQUEST, "there is no card type called \"" + typeId + "\""));
        }
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

    /** What was found on this card before; nothing if it was not here before, or nothing is wanted. */
    KeyMemory memory(boolean wanted) {
        return KeyMemory.of(context.terminal().environment(), wanted && connection.isLasting());
    }

    /** Everything the keys open, and those that fitted before. */
    Dump read(List<SectorNo> sectors, List<ClassicKey> keys, boolean remembering) throws NfcException {
        KeyMemory memory = memory(remembering);
        DumpResult result = dump(sectors, keys, memory, new Cancellation());
        if (result.interruption().isPresent()) {
            throw result.interruption().get();
        }
        if (result.isEmpty()) {
            throw nothingFits(keys);
        }
        remember(memory, result);
        return result.dump();
    }

    static NfcException nothingFits(List<ClassicKey> keys) {
        return new NfcException(ErrorKind.AUTHENTICATION_FAILED, "none of " + keys.size() + " keys fits any sector")
                .withHint("Give the card's keys with --key or -k");
    }

    /** The same, also when it ended early. */
    DumpResult dump(List<SectorNo> sectors, List<ClassicKey> keys, KeyMemory memory, Cancellation cancellation)
            throws NfcException {
        BiConsumer<Integer, Integer> shown = context.progress("blocks read");
        Dumper dumper = new Dumper(access, type, sectors, (known, all, left) -> shown.accept(known, all), cancellation);
        return dumper.dump(memory.keysOf(uid), memory.ordered(keys), CardIdentity.ofUid(uid));
    }

    /** A dump that ended early says nothing of the keys that it did not come to. Nothing fails because of this. */
    void remember(KeyMemory memory, DumpResult result) {
        KeyMap found = result.dump().keys();
        try {
            memory.remember(
                    uid, result.sectors(), result.interruption().isPresent() ? found.over(memory.keysOf(uid)) : found);
        } catch (NfcException e) {
            context.output().note("tagsmith: " + e.getMessage());
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
